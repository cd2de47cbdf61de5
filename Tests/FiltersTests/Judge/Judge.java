import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.springframework.expression.*;
import org.springframework.expression.spel.*;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * Says what Spring's evaluator makes of expressions put to events.
 *
 * Reads lines from standard input: "E" and an event as JSON, or "X", the numbers of events with
 * commas between them, and an expression as a JSON string. Answers each X with one line: "P" where
 * the expression is none, else one verdict for each event, with tabs between them.
 */
public class Judge {
    /** Members of maps are properties; one that is not there is null, as with a bean's getter. */
    static final class Members implements PropertyAccessor {
        Map<?, ?> event;

        public Class<?>[] getSpecificTargetClasses() { return new Class<?>[] {Map.class}; }

        public boolean canRead(EvaluationContext context, Object target, String name) {
            return target instanceof Map;
        }

        public TypedValue read(EvaluationContext context, Object target, String name) {
            Map<?, ?> map = (Map<?, ?>) target;
            if (map == event && name.equals("debugData") && !map.containsKey(name)
                    && map.get("debugContext") instanceof Map) {
                map = (Map<?, ?>) map.get("debugContext");
            }
            return new TypedValue(map.get(name));
        }

        public boolean canWrite(EvaluationContext context, Object target, String name) {
            return false;
        }

        public void write(EvaluationContext context, Object target, String name, Object value) {}
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader input =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream output =
            new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
        List<String> events = new ArrayList<>();
        SpelExpressionParser parser = new SpelExpressionParser();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (line.startsWith("E ")) {
                events.add(line.substring(2));
                continue;
            }
            String[] parts = line.split(" ", 3);
            String text = (String) new Reader(parts[2]).value();
            Expression expression;
            try {
                expression = parser.parseExpression(text);
            } catch (RuntimeException refusal) {
                output.println("P");
                continue;
            }
            StringJoiner verdicts = new StringJoiner("\t");
            for (String number : parts[1].split(",")) {
                // Read anew each time: to Spring, an expression may change what it is put to.
                Object event = new Reader(events.get(Integer.parseInt(number))).value();
                verdicts.add(verdict(expression, event));
            }
            output.println(verdicts);
        }
        output.flush();
    }

    static String verdict(Expression expression, Object event) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("event", event);
        Members members = new Members();
        members.event = event instanceof Map ? (Map<?, ?>) event : null;
        StandardEvaluationContext context = new StandardEvaluationContext(root);
        context.setPropertyAccessors(new ArrayList<>(List.of(members)));
        try {
            StringBuilder text = new StringBuilder();
            write(expression.getValue(context), text);
            return text.toString();
        } catch (SpelEvaluationException failure) {
            return "F:" + failure.getMessageCode();
        } catch (RuntimeException | Error failure) {
            return "T:" + failure.getClass().getSimpleName();
        }
    }

    static void write(Object value, StringBuilder text) {
        if (value == null) {
            text.append("n");
        } else if (value instanceof Boolean) {
            text.append("b:").append(value);
        } else if (value instanceof Integer) {
            text.append("i:").append(value);
        } else if (value instanceof Long) {
            text.append("l:").append(value);
        } else if (value instanceof Double) {
            text.append("d:").append(Long.toHexString(Double.doubleToLongBits((Double) value)));
        } else if (value instanceof String) {
            text.append("s:\"");
            for (char unit : ((String) value).toCharArray()) {
                if (unit >= ' ' && unit < 127 && unit != '"' && unit != '\\') {
                    text.append(unit);
                } else {
                    text.append(String.format("\\u%04x", (int) unit));
                }
            }
            text.append('"');
        } else if (value instanceof List) {
            text.append('[');
            String separator = "";
            for (Object element : (List<?>) value) {
                text.append(separator);
                separator = ",";
                write(element, text);
            }
            text.append(']');
        } else if (value instanceof Map) {
            text.append('{');
            String separator = "";
            for (Map.Entry<?, ?> member : new TreeMap<>((Map<?, ?>) value).entrySet()) {
                text.append(separator).append(member.getKey()).append('=');
                separator = ",";
                write(member.getValue(), text);
            }
            text.append('}');
        } else {
            text.append("?:").append(value.getClass().getSimpleName());
        }
    }

    /** Reads JSON that the test wrote, with ASCII characters only. */
    static final class Reader {
        final String text;
        int position = 0;

        Reader(String text) { this.text = text; }

        Object value() {
            char first = text.charAt(position);
            switch (first) {
                case '{': {
                    Map<String, Object> map = new LinkedHashMap<>();
                    for (position++; text.charAt(position) != '}';) {
                        if (text.charAt(position) == ',') position++;
                        String key = (String) value();
                        position++;
                        map.put(key, value());
                    }
                    position++;
                    return map;
                }
                case '[': {
                    List<Object> list = new ArrayList<>();
                    for (position++; text.charAt(position) != ']';) {
                        if (text.charAt(position) == ',') position++;
                        list.add(value());
                    }
                    position++;
                    return list;
                }
                case '"': return string();
                case 't': position += 4; return true;
                case 'f': position += 5; return false;
                case 'n': position += 4; return null;
                default: {
                    int start = position;
                    while (position < text.length()
                            && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) position++;
                    String number = text.substring(start, position);
                    if (number.matches(".*[.eE].*")) return Double.valueOf(number);
                    long whole = Long.parseLong(number);
                    if (whole == (int) whole) return (int) whole;
                    return whole;
                }
            }
        }

        String string() {
            StringBuilder result = new StringBuilder();
            for (position++; text.charAt(position) != '"'; position++) {
                char unit = text.charAt(position);
                if (unit != '\\') {
                    result.append(unit);
                    continue;
                }
                char mark = text.charAt(++position);
                switch (mark) {
                    case 'n': result.append('\n'); break;
                    case 't': result.append('\t'); break;
                    case 'r': result.append('\r'); break;
                    case 'b': result.append('\b'); break;
                    case 'f': result.append('\f'); break;
                    case 'u':
                        result.append((char) Integer.parseInt(
                            text.substring(position + 1, position + 5), 16));
                        position += 4;
                        break;
                    default: result.append(mark);
                }
            }
            position++;
            return result.toString();
        }
    }
}
