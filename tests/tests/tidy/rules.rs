//! The rules as data: who may know whom, who may touch the world, and which files and functions may be long.

/// A crate whose modules have a table.
pub struct Rules {
    /// Where its source is.
    pub root: &'static str,
    /// The comment before its table in ARCHITECTURE.md.
    pub marker: &'static str,
    /// Its modules from the ground up: each imports only modules above it. Only the root of the crate has no row.
    pub modules: &'static [Module],
}

/// A row of a table in ARCHITECTURE.md.
pub struct Module {
    pub name: &'static str,
    /// What it does.
    pub does: &'static str,
    /// The modules that it imports. What is not listed it does not know.
    pub imports: &'static [&'static str],
    /// What it must not know besides, where that has no module.
    pub unaware_of: &'static str,
}

const fn module(
    name: &'static str,
    does: &'static str,
    imports: &'static [&'static str],
    unaware_of: &'static str,
) -> Module {
    Module {
        name,
        does,
        imports,
        unaware_of,
    }
}

pub const CRATES: &[Rules] = &[
    Rules {
        root: "codegen/src",
        marker: "modules of codegen",
        modules: CODEGEN,
    },
    Rules {
        root: "runtime/src",
        marker: "modules of runtime",
        modules: RUNTIME,
    },
    Rules {
        root: "cli/src",
        marker: "modules of cli",
        modules: CLI,
    },
    Rules {
        root: "xtask/src",
        marker: "modules of xtask",
        modules: XTASK,
    },
];

const CODEGEN: &[Module] = &[
    module("arena", "lists that are indexed by ids of their own", &[], ""),
    module("number", "numbers as documents write them", &[], ""),
    module("rare", "what is nearly always as usual, in one word", &[], ""),
    module(
        "constraints",
        "the keywords that limit a value of a known type: together, and held against a value",
        &["number", "rare"],
        "",
    ),
    module("text", "characters that are invisible", &[], ""),
    module("uri", "URI references and what they are relative to", &[], ""),
    module(
        "distinct",
        "who of several gets which name, whatever is added later",
        &[],
        "",
    ),
    module("stack", "a thread with room for deep documents", &[], ""),
    module(
        "tokens",
        "Rust tokens, as lists that are cheap to make and to join",
        &[],
        "OpenAPI",
    ),
    module(
        "source",
        "disk -> text with positions; the only reader of the disk",
        &[],
        "that OpenAPI exists",
    ),
    module(
        "diag",
        "the catalogue of all diagnostics, and how they are shown",
        &["source"],
        "",
    ),
    module(
        "output",
        "tokens -> formatted files; writes, checks or shows; the only writer of the disk",
        &["diag", "source", "tokens"],
        "what the files mean",
    ),
    module(
        "ir",
        "plain data between `lower` and `plan`",
        &["arena", "source", "text", "constraints", "rare"],
        "the document",
    ),
    module(
        "config",
        "`specwright.toml` -> settings",
        &["diag", "ir", "output", "source", "text"],
        "",
    ),
    module(
        "tree",
        "YAML or JSON -> nodes with spans and JSON pointers; which node a reference names",
        &["number", "diag", "source", "text"],
        "that OpenAPI exists",
    ),
    module("pattern", "ECMA-262 pattern -> code, table or engine", &[], "OpenAPI"),
    module(
        "import",
        "files -> tree: a document, also in a Markdown page, with what it refers to; pages of one API -> one document",
        &["config", "diag", "source", "text", "tree", "uri"],
        "Rust",
    ),
    module(
        "overlay",
        "tree -> tree, by OpenAPI Overlay 1.0 and 1.1",
        &[
            "number", "config", "diag", "import", "pattern", "source", "stack", "text", "tree",
        ],
        "Rust",
    ),
    module(
        "upgrade",
        "tree of 2.0 or 3.0 -> tree in the shape of 3.1, spans kept",
        &["diag", "source", "tree"],
        "Rust",
    ),
    module(
        "openapi",
        "tree -> typed views of 3.1 and 3.2; where references lead",
        &["number", "diag", "text", "tree", "constraints", "uri", "rare"],
        "the IR, Rust, settings",
    ),
    module(
        "learn",
        "what servers send, or examples, against the document -> an overlay that makes it true",
        &[
            "config", "diag", "openapi", "overlay", "source", "text", "tree", "upgrade",
        ],
        "the IR, Rust",
    ),
    module(
        "lower",
        "document -> IR: types, checks, operations, security, examples",
        &[
            "constraints",
            "distinct",
            "number",
            "config",
            "diag",
            "ir",
            "openapi",
            "pattern",
            "source",
            "text",
            "tree",
        ],
        "Rust names",
    ),
    module(
        "pass",
        "IR -> IR, a short list: aliases, constants, direction, boxes",
        &["arena", "config", "diag", "ir", "text"],
        "the document, Rust",
    ),
    module(
        "plan",
        "IR -> every name, type and place; read-only from then on",
        &[
            "arena", "distinct", "config", "diag", "ir", "output", "pattern", "source", "text", "tokens",
        ],
        "the document",
    ),
    module(
        "emit",
        "plan -> tokens; its directories are those of the generated crate, with a file for each construct",
        &[
            "number",
            "ir",
            "output",
            "pattern",
            "plan",
            "text",
            "constraints",
            "tokens",
        ],
        "document, settings, diagnostics",
    ),
    module(
        "share",
        "inline schemas that a document repeats -> an overlay that moves them into components",
        &["diag", "overlay", "plan", "source", "stack", "text", "tree", "upgrade"],
        "settings",
    ),
    module(
        "surface",
        "plan -> every public name and what it is on the wire, as `surface.json`",
        &["constraints", "diag", "ir", "number", "plan", "source", "text", "tree"],
        "document, settings",
    ),
    module(
        "compat",
        "two surfaces -> changes: for programs, on the wire, in the version",
        &["number", "config", "source", "surface", "text"],
        "documents, the plan",
    ),
    module(
        "shared",
        "types that another generated crate defines: what they are called there, and whether they are the same",
        &["compat", "config", "diag", "ir", "plan", "source", "surface"],
        "the document",
    ),
    module(
        "build_script",
        "the front end for `build.rs`",
        &[
            "compat", "config", "diag", "import", "lib", "output", "source", "surface",
        ],
        "",
    ),
];

const RUNTIME: &[Module] = &[
    module(
        "operation",
        "what the document says of an operation, as static data",
        &[],
        "",
    ),
    module("pattern", "walks the patterns that the generator has compiled", &[], ""),
    module("data", "reading, writing and validating values", &[], "HTTP"),
    module(
        "transport",
        "the network, the clock and randomness, all replaceable",
        &["operation", "data"],
        "",
    ),
    module("error", "errors of calls", &["data", "transport"], ""),
    module(
        "request",
        "from arguments to a request",
        &["operation", "data", "transport", "error"],
        "",
    ),
    module(
        "security",
        "credentials: which ones are needed, and where they go",
        &["operation", "data", "transport", "request"],
        "",
    ),
    module(
        "response",
        "from a response to values and streams",
        &["operation", "data", "transport", "error"],
        "",
    ),
    module(
        "call",
        "from a request to a response: retries, redirects, credentials, pages",
        &[
            "operation",
            "data",
            "transport",
            "error",
            "request",
            "security",
            "response",
        ],
        "",
    ),
    module(
        "client",
        "how a client is built",
        &["operation", "data", "transport", "request", "security", "call"],
        "",
    ),
    module(
        "mock",
        "tests of programs that use a client: operations that reply, values of received types",
        &["data", "transport", "error", "response"],
        "",
    ),
    module(
        "webhook",
        "deliveries of webhooks: their signatures, their payloads",
        &["data", "transport"],
        "",
    ),
    module("examples", "the examples of a document as tests", &["data"], ""),
    module(
        "v1",
        "names only: what generated code calls",
        &[
            "operation",
            "pattern",
            "data",
            "transport",
            "error",
            "request",
            "security",
            "response",
            "call",
            "client",
            "examples",
        ],
        "",
    ),
];

const CLI: &[Module] = &[
    module(
        "report",
        "what the user sees beside problems: differences, summaries, tables",
        &[],
        "",
    ),
    module(
        "out",
        "the standard output and error, which their reader may close",
        &[],
        "",
    ),
    module("progress", "progress on a terminal", &["out"], ""),
    module("view", "how problems are shown, and where", &["out", "progress"], ""),
    module(
        "input",
        "documents as they are typed: files, standard input, URLs",
        &[],
        "",
    ),
    module("runtime", "where a generated package finds the runtime", &[], ""),
    module(
        "project",
        "which client a command is about: settings, with what was typed put over them",
        &["view", "input", "runtime"],
        "",
    ),
    module(
        "last",
        "what the last run has noted of a client: whether there is anything to do",
        &["report", "view", "project"],
        "",
    ),
    module("git", "a revision of a repository as a directory", &[], ""),
    module(
        "edition",
        "an edition of a client: its surface, read or made from a document",
        &["out", "view"],
        "",
    ),
    module(
        "memory",
        "what a client was before, and the names that it keeps",
        &["view", "project", "git", "edition"],
        "",
    ),
    module(
        "mock",
        "a server for a document: what it makes of requests, and of connections",
        &[],
        "where the document comes from",
    ),
    module(
        "commands",
        "a file for each command: its arguments, and what it does",
        &[
            "lib", "out", "report", "view", "input", "runtime", "project", "last", "git", "edition", "memory", "mock",
        ],
        "this repository",
    ),
    module(
        "program",
        "the arguments of the program, also with the settings of a repository",
        &["lib", "out", "commands"],
        "this repository",
    ),
];

const XTASK: &[Module] = &[
    module("project", "where things are in this repository", &[], ""),
    module("values", "JSON and YAML, read without the generator", &["project"], ""),
    module("scratch", "a workspace for generated packages", &["project"], ""),
    module(
        "generate",
        "`generate`, `check`, `diff` and `import` with the paths of this repository",
        &["project"],
        "",
    ),
    module(
        "corpus",
        "a client for every document of a directory",
        &["project", "scratch", "values"],
        "",
    ),
    module(
        "judge",
        "what the rules of `diff` say of programs, against the compiler",
        &["project", "scratch"],
        "",
    ),
    module(
        "bench",
        "what the generator costs, beside its budgets and another generator",
        &["project"],
        "",
    ),
    module(
        "fuzz",
        "builds the fuzzer, which is a crate of its own, and runs it, also against faults that are put back",
        &["project", "values"],
        "",
    ),
    module(
        "chromium",
        "Chromium without a window, which prints what a page reports",
        &[],
        "",
    ),
    module(
        "playground",
        "the generator as one page, and a look at it in a browser",
        &["chromium", "project"],
        "",
    ),
    module(
        "browser",
        "calls of a generated client in a browser",
        &["chromium", "project"],
        "",
    ),
    module(
        "conformance",
        "the suites of JSON Schema and of Overlay",
        &["project", "scratch", "values"],
        "",
    ),
    module(
        "e2e",
        "clients against mock and real servers: `servers` has a file for each",
        &["project", "scratch"],
        "",
    ),
];

/// Parts of the standard library through which a program depends on its surroundings, and the modules of the generator
/// that may use them.
pub const WORLD: &[(&str, &[&str])] = &[
    // A stamp names the running program, and may be in the cache of the user.
    ("std::env", &["build_script", "output"]),
    ("std::fs", &["output", "source"]),
    ("std::net", &[]),
    ("std::process", &["build_script", "output"]),
    ("std::thread", &["output", "stack"]),
    // The mark of a lock.
    ("std::time", &["output"]),
];

/// Lines of a file and of a function, tests not counted.
pub const MAX_LINES: usize = 480;
pub const MAX_FUNCTION: usize = 80;

/// Files that may be longer than [`MAX_LINES`], and why.
pub const LONG_FILES: &[(&str, &str)] = &[(
    "codegen/src/diag/catalog.rs",
    "one catalogue of all diagnostics is the point of it",
)];

/// Functions that may be longer than [`MAX_FUNCTION`], and why.
pub const LONG_FUNCTIONS: &[(&str, &str)] = &[
    ("builder", "one quotation of the whole builder"),
    ("query_styles", "the table of the standard"),
];

/// Tests that look at the clock, and why that does not assert anything about the machine.
pub const CLOCKS: &[(&str, &str)] = &[("tests/tests/patterns/corpus.rs", "prints the times")];

/// Diagnostics that no document under `tests/cases/bad` can show, and the test that does.
pub const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    ("SW0101", "codegen/src/build_script/mod.rs"),
    // A document of fifty million values.
    ("SW0107", "codegen/src/tree/build.rs"),
    // Only where something is written.
    ("SW0208", "cli/tests/command/main.rs"),
    ("SW0209", "cli/tests/command/main.rs"),
    ("SW0210", "cli/tests/command/main.rs"),
    // Two hundred million steps.
    ("SW0226", "codegen/src/overlay/budget.rs"),
    // The upgrade has replaced or dropped every other word before schemas are read.
    ("SW0501", "codegen/src/openapi/schema/read.rs"),
    // Thousands of properties, and hundreds of media types or headers.
    ("SW0519", "tests/tests/hostile/size.rs"),
    ("SW0647", "tests/tests/hostile/operations.rs"),
    ("SW0649", "tests/tests/hostile/operations.rs"),
    // A hundred thousand steps.
    ("SW0537", "codegen/src/lower/schema/tests.rs"),
    // Hundreds of parameters in a path.
    ("SW0658", "tests/tests/hostile/operations.rs"),
    // A defect of the generator.
    ("SW0690", "codegen/src/lib.rs"),
    // Hundreds of thousands of parts.
    ("SW0692", "tests/tests/hostile/operations.rs"),
    // A client of a gibibyte.
    ("SW0691", "codegen/src/output/print/mod.rs"),
];
