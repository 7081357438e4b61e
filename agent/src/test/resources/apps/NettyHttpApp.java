import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** An HTTP server on Netty alone, that answers at once or, in order, when it is told to. */
public final class NettyHttpApp {

  private static final List<Answers> HOLDING = new CopyOnWriteArrayList<>();

  public static void main(String[] arguments) throws Exception {
    ServerBootstrap server =
        new ServerBootstrap()
            .group(new NioEventLoopGroup(2))
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpServerExpectContinueHandler(),
                            new Answers());
                  }
                });
    Channel channel = server.bind("127.0.0.1", 0).sync().channel();
    System.out.println("port " + ((InetSocketAddress) channel.localAddress()).getPort());
    System.out.println("ready");
    while (!Files.exists(Path.of(arguments[0]))) {
      LockSupport.parkNanos(10_000_000);
    }
    HOLDING.forEach(Answers::release);
    System.in.read();
    System.exit(0);
  }

  private static final class Answers extends SimpleChannelInboundHandler<HttpObject> {

    private final Queue<String> waiting = new ArrayDeque<>();
    private volatile ChannelHandlerContext context;

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (!(part instanceof HttpRequest)) {
        return;
      }
      this.context = context;
      String uri = ((HttpRequest) part).uri();
      boolean late = uri.startsWith("/held") || uri.startsWith("/part");
      if (waiting.isEmpty() && !late) {
        answer(part.decoderResult().isFailure() ? "/items?status=400" : uri);
        return;
      }
      waiting.add(uri);
      if (uri.startsWith("/part")) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set("Transfer-Encoding", "chunked");
        context.write(head);
        context.writeAndFlush(
            new DefaultHttpContent(context.alloc().buffer().writeBytes(new byte[] {'o', 'k'})));
      }
      if (waiting.size() == 1) {
        HOLDING.add(this);
      }
    }

    private void release() {
      context
          .executor()
          .execute(
              () -> {
                while (!waiting.isEmpty()) {
                  answer(waiting.remove());
                }
              });
    }

    private void answer(String uri) {
      if (uri.startsWith("/lost")) {
        context.close();
        return;
      }
      if (uri.startsWith("/part")) {
        context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        return;
      }
      int at = uri.indexOf("status=");
      int status = at < 0 ? 200 : Integer.parseInt(uri.substring(at + 7));
      DefaultFullHttpResponse response =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
      response.headers().set("Content-Length", "0");
      context.writeAndFlush(response);
      if (status == 400) {
        context.writeAndFlush(io.netty.buffer.Unpooled.EMPTY_BUFFER)
            .addListener(ChannelFutureListener.CLOSE);
      }
    }
  }
}
