import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletInfo;
import java.net.InetSocketAddress;

/** Undertow with so many worker threads and two for input and output. */
final class UndertowShop {

  public static void main(String[] arguments) throws Exception {
    DeploymentInfo shop =
        Servlets.deployment()
            .setClassLoader(UndertowShop.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("shop");
    for (int i = 0; i < ShopServlet.MAPPINGS.length; i++) {
      ServletInfo servlet = Servlets.servlet("shop-" + i, ShopServlet.class);
      shop.addServlet(servlet.setAsyncSupported(true).addMapping(ShopServlet.MAPPINGS[i]));
    }
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(shop);
    manager.deploy();
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(2)
            .setWorkerThreads(Integer.parseInt(arguments[1]))
            .setHandler(manager.start())
            .build();
    undertow.start();
    InetSocketAddress address =
        (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    ShopServlet.serve(address.getPort(), arguments[0]);
  }
}
