package dev.drayage.threepl.internal.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Ways in which a file is damaged. What no reader could notice is left out, because it is another document and not a damaged
 * one: a changed stock quantity or qualifier and two exchanged ones (no total covers them), a changed name where nothing
 * repeats it, a status changed to another known one, and a file of several interchanges that is cut between them.
 */
enum Mutation {
    CUT {
        @Override
        Optional<String> apply(String text, Random random) {
            int at = random.nextInt(text.length());
            boolean between = text.substring(0, at).stripTrailing().endsWith("~")
                    && lastSegment(text.substring(0, at)).startsWith("IEA");
            return between ? Optional.empty() : Optional.of(text.substring(0, at));
        }
    },
    DELIMITER_FLIPPED {
        @Override
        Optional<String> apply(String text, Random random) {
            int at = random.nextInt(text.length());
            for (int i = 0; i < text.length() && "*~>\n".indexOf(text.charAt(at)) < 0; i++) {
                at = (at + 1) % text.length();
            }
            return replaced(text, at, "*~>A1 :\n|-.".charAt(random.nextInt(11)));
        }
    },
    CHARACTER_BECAME_DELIMITER {
        @Override
        Optional<String> apply(String text, Random random) {
            int at = random.nextInt(text.length());
            return replaced(text, at, "*~>\n".charAt(random.nextInt(4)));
        }
    },
    EACH_DELIMITER_REPLACED {
        @Override
        Optional<String> apply(String text, Random random) {
            return Optional.of(
                    switch (random.nextInt(4)) {
                        case 0 -> text.replace('*', '|');
                        case 1 -> text.replace("~\n", "\n");
                        case 2 -> text.replace("~\n", "\r\n");
                        default -> text.replace('>', '^').replace('~', '\'');
                    });
        }
    },
    MARK_OR_BLANK_LINES {
        @Override
        Optional<String> apply(String text, Random random) {
            return Optional.of(
                    switch (random.nextInt(3)) {
                        case 0 -> "\u00EF\u00BB\u00BF" + text;
                        case 1 -> "\r\n\n" + text + "\n\r\n";
                        default -> text.stripTrailing();
                    });
        }
    },
    LINE_ENDS {
        @Override
        Optional<String> apply(String text, Random random) {
            return Optional.of(random.nextBoolean() ? text.replace("\n", "\r\n") : text.replace("\n", ""));
        }
    },
    WRAPPED {
        @Override
        Optional<String> apply(String text, Random random) {
            int width = random.nextBoolean() ? 80 : 1 + random.nextInt(120);
            String flat = text.replace("\n", "");
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < flat.length(); i += width) {
                out.append(flat, i, Math.min(flat.length(), i + width)).append('\n');
            }
            return Optional.of(out.toString());
        }
    },
    SEGMENT_DROPPED {
        @Override
        Optional<String> apply(String text, Random random) {
            List<String> segments = segments(text);
            segments.remove(random.nextInt(segments.size()));
            return Optional.of(joined(segments));
        }
    },
    SEGMENT_DOUBLED {
        @Override
        Optional<String> apply(String text, Random random) {
            List<String> segments = segments(text);
            int from = random.nextInt(segments.size());
            segments.add(random.nextBoolean() ? from + 1 : random.nextInt(segments.size()), segments.get(from));
            return Optional.of(joined(segments));
        }
    },
    SEGMENTS_SWAPPED {
        @Override
        Optional<String> apply(String text, Random random) {
            List<String> segments = segments(text);
            int a = random.nextInt(segments.size());
            int b = random.nextBoolean() ? Math.min(a + 1, segments.size() - 1) : random.nextInt(segments.size());
            if (segments.get(a).startsWith("QTY") && segments.get(b).startsWith("QTY")) {
                return Optional.empty();
            }
            Collections.swap(segments, a, b);
            return Optional.of(joined(segments));
        }
    },
    SEGMENT_MOVED {
        @Override
        Optional<String> apply(String text, Random random) {
            List<String> segments = segments(text);
            String moved = segments.remove(random.nextInt(segments.size()));
            segments.add(random.nextInt(segments.size() + 1), moved);
            return moved.startsWith("QTY") ? Optional.empty() : Optional.of(joined(segments));
        }
    },
    ELEMENT_DROPPED {
        @Override
        Optional<String> apply(String text, Random random) {
            return elements(text, random, (elements, at) -> {
                elements.remove(at);
                return true;
            });
        }
    },
    ELEMENT_DOUBLED {
        @Override
        Optional<String> apply(String text, Random random) {
            return elements(text, random, (elements, at) -> {
                elements.add(at, elements.get(at));
                return true;
            });
        }
    },
    ELEMENTS_SWAPPED {
        @Override
        Optional<String> apply(String text, Random random) {
            return elements(text, random, (elements, at) -> {
                int other = 1 + random.nextInt(elements.size() - 1);
                boolean names = elements.get(0).equals("LIN") && at > 1 && other > 1 && (at + other) % 2 == 0;
                Collections.swap(elements, at, other);
                return !names;
            });
        }
    },
    ELEMENT_CHANGED {
        @Override
        Optional<String> apply(String text, Random random) {
            return elements(text, random, (elements, at) -> {
                String old = elements.get(at);
                char letter = "0123456789ABXZ.-+ ".charAt(random.nextInt(18));
                int place = random.nextInt(old.length() + 1);
                String changed = place == old.length()
                        ? old + letter
                        : old.substring(0, place) + letter + old.substring(place + 1);
                elements.set(at, random.nextInt(4) == 0 ? "" : changed);
                return !unnoticeable(elements.get(0), at);
            });
        }
    },
    SEGMENT_RENAMED {
        @Override
        Optional<String> apply(String text, Random random) {
            List<String> segments = segments(text);
            int at = random.nextInt(segments.size());
            String segment = segments.get(at);
            int place = random.nextInt(Math.min(3, segment.length()));
            segments.set(
                    at, segment.substring(0, place) + (char) ('A' + random.nextInt(26)) + segment.substring(place + 1));
            return Optional.of(joined(segments));
        }
    };

    /** What happens to the elements of a segment; the id is at 0. */
    private interface Damage {
        boolean apply(List<String> elements, int at);
    }

    /** A damaged text; empty if this damage could not be noticed by anyone. */
    abstract Optional<String> apply(String text, Random random);

    /** Values of which nothing else in the document speaks. */
    private static boolean unnoticeable(String segment, int element) {
        return switch (segment) {
            case "QTY" -> element <= 2;
            case "LIN" -> element >= 2;
            case "W12" -> element == 1;
            default -> false;
        };
    }

    private static Optional<String> elements(String text, Random random, Damage damage) {
        List<String> segments = segments(text);
        int at = random.nextInt(segments.size());
        List<String> elements = new ArrayList<>(Arrays.asList(segments.get(at).split("\\*", -1)));
        if (elements.size() < 2 || !damage.apply(elements, 1 + random.nextInt(elements.size() - 1))) {
            return Optional.empty();
        }
        segments.set(at, String.join("*", elements));
        return Optional.of(joined(segments));
    }

    private static Optional<String> replaced(String text, int at, char by) {
        return text.charAt(at) == by
                ? Optional.empty()
                : Optional.of(text.substring(0, at) + by + text.substring(at + 1));
    }

    private static String lastSegment(String text) {
        List<String> segments = segments(text);
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }

    private static List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("~", -1)) {
            if (!segment.isBlank()) {
                segments.add(segment.strip());
            }
        }
        return segments;
    }

    private static String joined(List<String> segments) {
        return String.join("~\n", segments) + "~\n";
    }
}
