/// Small things that applications need now and then: QR codes, short links, the words in a picture.
@NullMarked
package dev.universalapi.providers.utility;

import org.jspecify.annotations.NullMarked;
