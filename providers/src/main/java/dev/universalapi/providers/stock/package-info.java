/// Shares, funds and indices by their ticker symbol: prices now and before, who is behind them, which there are.
///
/// A symbol without suffix is of a stock exchange of the United States. Others are written as the provider writes
/// them (`TSCO.LON`, `BMW.DE`), so they lead to one provider at a time.
@NullMarked
package dev.universalapi.providers.stock;

import org.jspecify.annotations.NullMarked;
