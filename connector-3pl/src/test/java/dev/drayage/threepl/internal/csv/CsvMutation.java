package dev.drayage.threepl.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One thing that goes wrong with a file. */
enum CsvMutation {
    CUT {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return file.text().substring(0, chance.nextInt(file.text().length()));
        }
    },
    DELIMITER_FLIPPED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return replace(file.text(), any(file.text(), ',', chance), 1, one(chance, ";", "|", "\t", " ", ".", ""));
        }
    },
    DELIMITER_ADDED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return replace(file.text(), outsideQuotes(file.text(), chance), chance.nextInt(2), ",");
        }
    },
    MARK_ADDED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            int at = chance.nextInt(3) == 0 ? 0 : chance.nextInt(file.text().length());
            return replace(file.text(), at, 0, "\uFEFF");
        }
    },
    LINE_ENDS_CHANGED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            String text = String.join("\n", file.lines()) + "\n";
            return chance.nextBoolean()
                    ? text.replace("\n", one(chance, "\r\n", "\r", "\n\n"))
                    : replace(text, any(text, '\n', chance), 1, one(chance, "\r\n", "\r", "\n\n", "", " ", "\\n"));
        }
    },
    LINE_END_ADDED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return replace(file.text(), chance.nextInt(file.text().length()), 0, one(chance, "\n", "\r", "\r\n"));
        }
    },
    ROW_DROPPED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            List<String> lines = new ArrayList<>(file.lines());
            lines.remove(chance.nextInt(lines.size()));
            return file.text(lines);
        }
    },
    ROW_DOUBLED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            List<String> lines = new ArrayList<>(file.lines());
            int row = chance.nextInt(lines.size());
            lines.add(chance.nextBoolean() ? row : chance.nextInt(lines.size() + 1), lines.get(row));
            return file.text(lines);
        }
    },
    FIELD_DROPPED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return fields(file, chance, fields -> fields.remove(chance.nextInt(fields.size())));
        }
    },
    FIELD_DOUBLED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return fields(file, chance, fields -> {
                int field = chance.nextInt(fields.size());
                fields.add(field, fields.get(field));
            });
        }
    },
    QUOTE_DROPPED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return replace(file.text(), any(file.text(), '"', chance), 1, one(chance, "", "'", ","));
        }
    },
    QUOTE_ADDED {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            return replace(file.text(), chance.nextInt(file.text().length()), chance.nextInt(2), "\"");
        }
    },
    QUOTES_ADDED_BEFORE_AND_AFTER {
        @Override
        String of(CsvSpecimen file, SplittableRandom chance) {
            String text = file.text();
            int from = Math.max(0, any(text, ',', chance) + 1);
            List<Integer> ends = new ArrayList<>();
            for (int i = from; i < text.length(); i++) {
                if (",\r\n".indexOf(text.charAt(i)) >= 0) {
                    ends.add(i);
                }
            }
            int to = ends.isEmpty() ? text.length() : ends.get(chance.nextInt(ends.size()));
            return text.substring(0, from) + '"' + text.substring(from, to) + '"' + text.substring(to);
        }
    };

    abstract String of(CsvSpecimen file, SplittableRandom chance);

    private interface Edit {
        void of(List<String> fields);
    }

    private static String fields(CsvSpecimen file, SplittableRandom chance, Edit edit) {
        List<String> lines = new ArrayList<>(file.lines());
        int row = chance.nextInt(lines.size());
        List<String> fields = new ArrayList<>(List.of(lines.get(row).split(",", -1)));
        edit.of(fields);
        lines.set(row, String.join(",", fields));
        return file.text(lines);
    }

    private static String replace(String text, int at, int length, String by) {
        return at < 0 ? text : text.substring(0, at) + by + text.substring(Math.min(text.length(), at + length));
    }

    private static int any(String text, char wanted, SplittableRandom chance) {
        List<Integer> places = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == wanted && (wanted == '"' || !quoted)) {
                places.add(i);
            }
        }
        return places.isEmpty() ? -1 : places.get(chance.nextInt(places.size()));
    }

    private static int outsideQuotes(String text, SplittableRandom chance) {
        List<Integer> places = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (!quoted) {
                places.add(i);
            }
            quoted ^= text.charAt(i) == '"';
        }
        return places.get(chance.nextInt(places.size()));
    }

    private static String one(SplittableRandom chance, String... choice) {
        return choice[chance.nextInt(choice.length)];
    }
}
