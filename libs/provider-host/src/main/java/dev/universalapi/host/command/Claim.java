package dev.universalapi.host.command;

/// What a key says about a command.
public sealed interface Claim {

    /// Nobody has used the key: the command is to be carried out, by who gets this.
    record Taken() implements Claim {}

    /// It is being carried out at the moment.
    record UnderWay() implements Claim {}

    /// It was begun and did not end: its process was lost, and nobody knows what came of it.
    record Lost() implements Claim {}

    /// It was carried out, with this result.
    record Done(byte[] result) implements Claim {}

    /// The key belongs to another command.
    record Other() implements Claim {}
}
