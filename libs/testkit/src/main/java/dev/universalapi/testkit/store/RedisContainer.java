package dev.universalapi.testkit.store;

import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/// A Redis of the image that production may run.
final class RedisContainer extends GenericContainer<RedisContainer> implements RealRedis.Running {
    private static final int PORT = 6379;

    private RedisContainer(int port, List<String> options) {
        super(DockerImageName.parse(Images.REDIS));
        var command = new ArrayList<>(List.of("redis-server", "--protected-mode", "no", "--bind", "0.0.0.0"));
        command.addAll(options);
        setPortBindings(List.of("127.0.0.1:" + port + ":" + PORT));
        withExposedPorts(PORT);
        withCommand(command.toArray(String[]::new));
    }

    static RedisContainer start(int port, List<String> options) {
        var container = new RedisContainer(port, options);
        container.start();
        return container;
    }

    @Override
    public boolean isAlive() {
        return isRunning();
    }

    @Override
    public void freeze() {
        getDockerClient().pauseContainerCmd(getContainerId()).exec();
    }

    @Override
    public void thaw() {
        getDockerClient().unpauseContainerCmd(getContainerId()).exec();
    }

    @Override
    public void kill() {
        stop();
    }
}
