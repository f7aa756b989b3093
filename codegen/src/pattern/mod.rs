//! ECMA-262 patterns: from source text to code that needs no engine.
