import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;

/** One request through the codec of any version. */
public final class OldNettyHttpApp {

  public static void main(String[] arguments) throws Exception {
    EmbeddedChannel channel = new EmbeddedChannel(new HttpServerCodec());
    byte[] request = "GET /items/1 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    channel.writeInbound(Unpooled.wrappedBuffer(request));
    System.out.println("read " + (channel.readInbound() != null));
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }
}
