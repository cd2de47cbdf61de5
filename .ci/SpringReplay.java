import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * The replay of a log as one would write it with Spring: Jackson reads one event after the other
 * to a map, SpEL (compiled where it can be) judges those of a type that has a filter.
 *
 * Arguments: the log, the types subscribed to with commas between them, the type that has a filter,
 * and the filter. Prints how many events were seen and delivered, and the seconds that took.
 */
public class SpringReplay {
    /** Members of maps are properties, as with Spring's own accessor for maps. */
    static final class Members implements PropertyAccessor {
        public Class<?>[] getSpecificTargetClasses() { return new Class<?>[] {Map.class}; }

        public boolean canRead(EvaluationContext context, Object target, String name) {
            return target instanceof Map;
        }

        public TypedValue read(EvaluationContext context, Object target, String name) {
            return new TypedValue(((Map<?, ?>) target).get(name));
        }

        public boolean canWrite(EvaluationContext context, Object target, String name) {
            return false;
        }

        public void write(EvaluationContext context, Object target, String name, Object value) {}
    }

    public static void main(String[] arguments) throws Exception {
        List<String> types = List.of(arguments[1].split(","));
        String filtered = arguments[2];
        SpelParserConfiguration compiled =
            new SpelParserConfiguration(SpelCompilerMode.MIXED, SpringReplay.class.getClassLoader());
        Expression filter = new SpelExpressionParser(compiled).parseExpression(arguments[3]);
        StandardEvaluationContext context = new StandardEvaluationContext();
        context.addPropertyAccessor(new Members());
        long began = System.nanoTime();
        long seen = 0, delivered = 0;
        Map<String, long[]> counts = new HashMap<>();
        try (MappingIterator<Map<String, Object>> events =
                new ObjectMapper().readerFor(Map.class).readValues(new File(arguments[0]))) {
            while (events.hasNextValue()) {
                Map<String, Object> event = events.nextValue();
                seen++;
                Object type = event.get("eventType");
                boolean isDelivered = types.contains(type);
                if (isDelivered && filtered.equals(type)) {
                    isDelivered = filter.getValue(context, Map.of("event", event), Boolean.class);
                }
                if (isDelivered) delivered++;
                counts.computeIfAbsent((String) type, name -> new long[2])[isDelivered ? 1 : 0]++;
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.println(seen + " " + delivered + " " + seconds);
    }
}
