package dev.universalapi.testkit.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests of this class use real stores, of Maven artifacts; and where a Docker engine answers, they run once more, with
/// stores of the images that production may run. A module asks for that with the property `has.no.stores` = false.
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("stores")
@ExtendWith(Images.Condition.class)
public @interface RealStores {}
