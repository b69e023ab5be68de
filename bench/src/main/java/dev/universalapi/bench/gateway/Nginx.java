package dev.universalapi.bench.gateway;

import dev.universalapi.bench.trial.Child;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// nginx as upstream and as proxy, a process each, one worker each.
final class Nginx {
    private static final int BODY_BYTES = 512;

    private Nginx() {}

    /// Answers everything with 200 and 512 bytes of JSON.
    static Child upstream(Path nginx, Path folder, int port) throws IOException, InterruptedException {
        var filling = "x".repeat(BODY_BYTES - "{\"data\":\"\"}".length());
        var server = """
                server {
                  listen 127.0.0.1:%d;
                  default_type application/json;
                  location / { return 200 '{"data":"%s"}'; }
                }""".formatted(port, filling);
        return start(nginx, folder.resolve("upstream"), server, port);
    }

    /// Hands everything on to the upstream, over connections that are kept.
    static Child proxy(Path nginx, Path folder, int port, int upstream) throws IOException, InterruptedException {
        var server = """
                upstream behind { server 127.0.0.1:%d; keepalive 128; keepalive_requests 100000000; }
                server {
                  listen 127.0.0.1:%d;
                  location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; }
                }""".formatted(upstream, port);
        return start(nginx, folder.resolve("proxy"), server, port);
    }

    private static Child start(Path nginx, Path folder, String server, int port)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var file = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, server));
        var command = List.of(nginx.toString(), "-p", folder.toString(), "-c", file.toString(), "-g", "daemon off;");
        return Child.start(command, folder.resolve("log"), URI.create("http://127.0.0.1:" + port + "/"));
    }

    private static String configuration(Path folder, String server) {
        return """
            worker_processes 1;
            pid "%1$s/nginx.pid";
            error_log stderr error;
            events { worker_connections 1024; }
            http {
              access_log off;
              keepalive_requests 100000000;
              client_body_temp_path "%1$s/body";
              proxy_temp_path "%1$s/proxy";
              fastcgi_temp_path "%1$s/fastcgi";
              uwsgi_temp_path "%1$s/uwsgi";
              scgi_temp_path "%1$s/scgi";
              %2$s
            }
            """.formatted(folder, server);
    }
}
