package dev.universalapi.search.intent.slot.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTests {
    @ParameterizedTest
    @CsvSource({
        "3017620422003, true",
        "3017620422004, false",
        "96385074, true",
        "036000291452, true",
        "036000291453, false"
    })
    void tellsWhetherTheLastDigitOfAProductIsRight(String digits, boolean right) {
        assertThat(Checksums.isGtin(digits)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"0140328726, 9780140328721", "080442957x, 9780804429573"})
    void numberOfABookByTenHasOneByThirteen(String ten, String thirteen) {
        assertThat(Checksums.isIsbn10(ten)).isTrue();
        assertThat(Checksums.isbn13(ten)).isEqualTo(thirteen);
        assertThat(Checksums.isIsbn13(thirteen)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, 8.8.8.8",
        "2001:DB8::1, 2001:db8::1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::1, ::1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8"
    })
    void addressIsWrittenAsTheStandardSays(String word, String address) {
        assertThat(Addresses.read(word)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1..2.3",
                "a:b",
                "::",
                "1::2::3",
                "12:30:45",
                ":::",
                "x::1"
            })
    void whatIsNoAddressIsNone(String word) {
        assertThat(Addresses.read(word)).isEmpty();
    }
}
