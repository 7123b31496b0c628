package dev.drayage.engine.internal.operate;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Translates records as a person corrected them. What must not change once it is created is that of the record as it came: a
 * later look compares with the source and not with the correction.
 */
public final class Overriding<S extends CommerceRecord> implements Translation<S> {
    private final Translation<S> translation;
    private final RecordType<S> type;
    private final UnaryOperator<CommerceRecord> override;

    public Overriding(Translation<S> translation, RecordType<S> type, UnaryOperator<CommerceRecord> override) {
        this.translation = translation;
        this.type = type;
        this.override = override;
    }

    @Override
    public Translated translate(S record) {
        Translated corrected = translation.translate(type.recordClass().cast(override.apply(record)));
        if (!(corrected instanceof Translated.Effects effects)) {
            return corrected;
        }
        Map<EffectKey, String> substances = substances(translation.translate(record));
        List<Effect<?>> watched = effects.effects().stream()
                .<Effect<?>>map(effect -> effect.watching(substances.getOrDefault(effect.key(), effect.substance())))
                .toList();
        return new Translated.Effects(watched, effects.concerns(), effects.sequence());
    }

    private static Map<EffectKey, String> substances(Translated asItCame) {
        Map<EffectKey, String> substances = new HashMap<>();
        if (asItCame instanceof Translated.Effects effects) {
            effects.effects().forEach(effect -> substances.put(effect.key(), effect.substance()));
        }
        return substances;
    }
}
