package dev.drayage.testing;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Loads the project's own classes anew, with all that they hold in static fields, whatever stands on the module path; all others come
 * from {@code others}.
 */
public final class Apart extends URLClassLoader {
    /** Looks for the project's classes in these places, in order. */
    public Apart(Collection<Path> places, ClassLoader others) {
        super(places.stream().map(Apart::url).toArray(URL[]::new), others);
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(place.toString(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.drayage.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
