package dev.universalapi.gateway.limit.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// A Lua script that Redis runs as one step. It is called by its digest, and sent whole where Redis does not know
/// it yet.
public final class Script {
    private final String text;
    private final String digest;
    private final ScriptOutputType output;

    private Script(String text, ScriptOutputType output) {
        this.text = text;
        this.digest = digest(text);
        this.output = output;
    }

    /// A script of this text.
    ///
    /// @param output what its answer is read as: `INTEGER` Long, `VALUE` byte[], `MULTI` List, `STATUS` String
    public static Script of(String text, ScriptOutputType output) {
        return new Script(text, output);
    }

    /// Calls it: `link.ask(redis -> SCRIPT.call(redis, keys, arguments))`.
    ///
    /// @param <T> the type that the output says
    public <T> CompletionStage<T> call(RedisAsyncCommands<byte[], byte[]> redis, byte[][] keys, byte[]... arguments) {
        RedisFuture<T> known = redis.evalsha(digest, output, keys, arguments);
        var answer = known.toCompletableFuture()
                .exceptionallyCompose(failure -> isUnknown(failure)
                        ? redis.<T>eval(text, output, keys, arguments).toCompletableFuture()
                        : CompletableFuture.failedFuture(failure));
        answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) { // nobody waits any more, so it is not sent if it was not yet
                known.cancel(true);
            }
        });
        return answer;
    }

    private static boolean isUnknown(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RedisNoScriptException;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
