/// Crypto currencies: what a coin costs now and cost before, the largest of them, and which there are.
///
/// Coins are asked for by their ticker symbol, which is the one name that exchanges and price guides share. Where
/// several coins use one symbol it means the one with the largest market.
@NullMarked
package dev.universalapi.providers.crypto;

import org.jspecify.annotations.NullMarked;
