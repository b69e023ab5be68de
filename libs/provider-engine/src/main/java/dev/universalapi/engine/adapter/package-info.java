/// How an offer asks: by the words of its manifest, or by an [dev.universalapi.engine.adapter.Adapter], a
/// class of the catalogue that stands where the language ends. An adapter says what is sent and reads what
/// came back, and no more: it sees no secret and names no host, for base, `auth`, `headers`, redaction and the
/// check of the host stay with the engine, and a response reaches it only when its status is 2xx and no
/// `refuse` of the provider holds.
@NullMarked
package dev.universalapi.engine.adapter;

import org.jspecify.annotations.NullMarked;
