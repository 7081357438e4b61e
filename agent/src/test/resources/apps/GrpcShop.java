import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/** A server that answers with the status that it is asked for, and its own client. */
public final class GrpcShop {

  private static final CountDownLatch RELEASE = new CountDownLatch(1);
  private static final CountDownLatch ARRIVED = new CountDownLatch(1);

  public static void main(String[] arguments) throws Exception {
    ServerServiceDefinition shop =
        ServerServiceDefinition.builder("shop.Shop")
            .addMethod(method("Buy"), ServerCalls.asyncUnaryCall(GrpcShop::answer))
            .addMethod(method("Hold"), ServerCalls.asyncUnaryCall(GrpcShop::hold))
            .build();
    Server server = ServerBuilder.forPort(0).addService(shop).build().start();
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    calls(channel);
    InProcessServerBuilder.forName("inside").addService(shop).build().start();
    ManagedChannel inside = InProcessChannelBuilder.forName("inside").build();
    call(inside, "Buy", "OK");
    call(inside, "Buy", "ABORTED");
    for (int i = 0; i < 4; i++) {
      new Thread(() -> call(channel, "Hold", "OK")).start();
    }
    System.out.println("ready");
    new Scanner(System.in).nextLine();
    RELEASE.countDown();
    System.in.read();
    System.exit(0);
  }

  private static void calls(ManagedChannel channel) throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      call(channel, "Buy", "OK");
    }
    for (int i = 0; i < 3; i++) {
      call(channel, "Buy", "RESOURCE_EXHAUSTED");
    }
    call(channel, "Buy", "UNAVAILABLE");
    call(channel, "Buy", "NOT_FOUND");
    call(channel, "Buy", "throw");
    call(channel, "Missing", "");
    call(channel, "Missing", "");
    expire(channel);
  }

  /** The client gives up. */
  private static void expire(ManagedChannel channel) throws InterruptedException {
    Future<String> answer =
        ClientCalls.futureUnaryCall(
            channel.newCall(method("Hold"), CallOptions.DEFAULT), "expire");
    ARRIVED.await();
    answer.cancel(true);
  }

  private static void call(ManagedChannel channel, String method, String what) {
    try {
      ClientCalls.blockingUnaryCall(channel, method(method), CallOptions.DEFAULT, what);
    } catch (StatusRuntimeException failed) {
      System.out.println(failed.getStatus().getCode());
    }
  }

  private static void answer(String what, StreamObserver<String> to) {
    if (what.equals("throw")) {
      throw new IllegalStateException("on purpose");
    }
    Status status = Status.Code.valueOf(what).toStatus();
    if (status.isOk()) {
      to.onNext("here you are");
      to.onCompleted();
    } else {
      to.onError(status.asRuntimeException());
    }
  }

  private static void hold(String what, StreamObserver<String> to) {
    if (what.equals("expire")) {
      ARRIVED.countDown();
      return;
    }
    try {
      RELEASE.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    to.onNext("at last");
    to.onCompleted();
  }

  private static MethodDescriptor<String, String> method(String name) {
    return MethodDescriptor.<String, String>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName("shop.Shop/" + name)
        .setRequestMarshaller(new Text())
        .setResponseMarshaller(new Text())
        .build();
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {

    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream((value + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      return new Scanner(stream, StandardCharsets.UTF_8).nextLine();
    }
  }
}
