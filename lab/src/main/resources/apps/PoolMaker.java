import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Makes any pool of JDBC connections by its class's name and properties, {@code name=value}, or the
 * name of a method without parameters.
 */
final class PoolMaker {

  private PoolMaker() {}

  static DataSource make(String type, String[] properties) throws Exception {
    if (type.startsWith("io.agroal.")) {
      return agroal(properties);
    }
    Object pool = Class.forName(type).getConstructor().newInstance();
    for (String property : properties) {
      int at = property.indexOf('=');
      if (at < 0) {
        pool.getClass().getMethod(property).invoke(pool);
      } else {
        set(pool, setter(property.substring(0, at)), property.substring(at + 1));
      }
    }
    return (DataSource) pool;
  }

  /** Agroal's pool has no properties but those of its configuration. */
  private static DataSource agroal(String[] pairs) throws Exception {
    Map<String, String> properties = new HashMap<>();
    for (String pair : pairs) {
      properties.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    Class<?> reader = Class.forName("io.agroal.api.configuration.supplier.AgroalPropertiesReader");
    Object read =
        reader
            .getMethod("readProperties", Map.class)
            .invoke(reader.getConstructor().newInstance(), properties);
    Object none = Array.newInstance(Class.forName("io.agroal.api.AgroalDataSourceListener"), 0);
    return (DataSource)
        Class.forName("io.agroal.api.AgroalDataSource")
            .getMethod("from", Supplier.class, none.getClass())
            .invoke(null, read, none);
  }

  private static String setter(String name) {
    return "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static void set(Object pool, String setter, String value) throws Exception {
    for (Method method : pool.getClass().getMethods()) {
      Class<?>[] types = method.getParameterTypes();
      if (method.getName().equals(setter)
          && types.length == 1
          && types[0] != java.time.Duration.class) {
        method.invoke(pool, parsed(types[0], value));
        return;
      }
    }
    throw new IllegalArgumentException(setter);
  }

  private static Object parsed(Class<?> type, String value) {
    if (type == String.class) {
      return value;
    }
    if (type == boolean.class) {
      return Boolean.valueOf(value);
    }
    return type == int.class ? (Object) Integer.valueOf(value) : Long.valueOf(value);
  }
}
