@org.jspecify.annotations.NullMarked
package dev.universalapi.auth.credential.seal;
