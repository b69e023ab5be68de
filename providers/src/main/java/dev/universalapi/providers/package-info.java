/// What the outside world offers: a package of contracts per category here, a folder per provider in
/// `catalogue/`.
@NullMarked
package dev.universalapi.providers;

import org.jspecify.annotations.NullMarked;
