//! Overlays: the standard's own cases, its rules one by one, and JSONPath.

mod common;

use common::{Reading, files_below, to_json};
use specwright::config::Config;
use specwright::diag::{Diagnostics, Severity};
use specwright::overlay::{self, Query};
use specwright::source::DiskLoader;
use specwright::source::SourceMap;
use specwright::surface::{Kind, Surface};
use specwright::tree::{NodeId, Tree};
use specwright::{Input, compat, import, share};
use std::path::Path;

/// The document with the overlay laid over it. The overlay is named `overlay.yaml`, the document `a.yaml`.
fn applied(document: &str, overlay: &str) -> Reading {
    let (mut sources, mut diags, mut tree) = (SourceMap::new(), Diagnostics::new(), Tree::new());
    let document =
        import::read_text(&mut tree, &mut sources, Path::new("a.yaml"), document, &mut diags).expect("a document");
    let overlay = import::read_text(&mut tree, &mut sources, Path::new("overlay.yaml"), overlay, &mut diags);
    overlay::apply(&mut tree, &sources, document, overlay.expect("an overlay"), &mut diags);
    Reading {
        sources,
        diags,
        tree: Some(tree),
    }
}

/// [`applied`] for the actions alone.
fn acted(document: &str, actions: &str) -> Reading {
    applied(
        document,
        &format!("overlay: 1.1.0\ninfo: {{title: T, version: '1'}}\nactions:\n{actions}"),
    )
}

#[test]
fn the_suite_of_the_standard() {
    let Some(folder) = std::env::var_os("SPECWRIGHT_CONFORMANCE") else {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: SPECWRIGHT_CONFORMANCE names no folder");
        }
        return;
    };
    let overlays = files_below(&Path::new(&folder).join("overlay"), &["overlay.yaml"]);
    assert!(!overlays.is_empty(), "the suite is empty");
    for overlay in overlays {
        let folder = overlay.parent().expect("a folder");
        let loader = DiskLoader::new(folder);
        let (mut sources, mut diags, mut tree) = (SourceMap::new(), Diagnostics::new(), Tree::new());
        let mut read = |tree: &mut Tree, name: &str, diags: &mut Diagnostics| -> NodeId {
            import::read(tree, &mut sources, &loader, &folder.join(name), diags).expect("a document")
        };
        let document = read(&mut tree, "openapi.yaml", &mut diags);
        let expected = read(&mut tree, "output.yaml", &mut diags);
        let overlay = read(&mut tree, "overlay.yaml", &mut diags);
        overlay::apply(&mut tree, &sources, document, overlay, &mut diags);
        let found = to_json(&tree, document);
        assert_eq!(found, to_json(&tree, expected), "{}", folder.display());
        let rendered = diags.render(&sources, specwright::diag::Style::Plain);
        assert_eq!(diags.count(Severity::Error), 0, "{rendered}");
    }
}

#[test]
fn objects_are_merged_arrays_appended_primitives_replaced() {
    let read = acted(
        "a: {b: {c: 1, d: [1]}, e: x}\nf: [1]\n",
        "- {target: $.a, update: {b: {c: 2, d: [2], new: {deep: true}}, e: y}}\n\
         - {target: $.f, update: [2, 3]}\n- {target: $.f, update: {k: v}}\n- {target: $.f, update: s}\n\
         - {target: $.a.e, update: z}\n",
    );
    assert_eq!(read.problems(), [""; 0]);
    assert_eq!(
        read.shown(),
        r#"{"a":{"b":{"c":2,"d":[1,2],"new":{"deep":true}},"e":"z"},"f":[1,2,3,{"k":"v"},"s"]}"#
    );
}

#[test]
fn what_is_inserted_stands_in_the_overlay_and_points_into_the_document() {
    let read = acted(
        "a: {b: [0]}\nc: 1\n",
        "- target: $.a\n  update:\n    b: [{x: new}]\n- {target: $.c, update: 2}\n",
    );
    let node = read.at("/a/b/1/x");
    assert_eq!(read.tree().pointer(node), "#/a/b/1/x");
    let span = read.tree().span(node);
    assert_eq!(read.sources.file(span.file).name(), "overlay.yaml");
    assert_eq!(read.sources.position(span).line, 6);
    assert_eq!(read.sources.position(read.tree().span(read.at("/c"))).line, 7);
    // References in it belong to the document.
    assert_eq!(read.tree().resolve(node, "#/a/b/0"), Ok(read.at("/a/b/0")));
}

#[test]
fn nodes_are_removed_by_name_index_and_filter() {
    let read = acted(
        "a: {x: 1, y: 2}\nb: [1, 2, 3, 4]\nc: [{n: p}, {n: q}]\n",
        "- {target: $.a.x, remove: true}\n- {target: '$.b[0, 2]', remove: true, update: 5}\n\
         - {target: \"$.c[?@.n == 'p']\", remove: true}\n- {target: '$.b[?@ > 3]', remove: true}\n",
    );
    assert_eq!(read.problems(), [""; 0]);
    assert_eq!(read.shown(), r#"{"a":{"y":2},"b":[2],"c":[{"n":"q"}]}"#);
}

#[test]
fn every_selected_node_gets_a_copy_of_its_own() {
    let read = acted(
        "a: {}\nb: {}\n",
        "- {target: '$[\"a\", \"b\", \"a\"]', update: {l: [1]}}\n- {target: $.a.l, update: 2}\n",
    );
    assert_eq!(read.shown(), r#"{"a":{"l":[1,2]},"b":{"l":[1]}}"#);
}

#[test]
fn copies_are_of_the_document_before_the_action() {
    let read = acted(
        "a: {x: 1}\nb: {y: 2}\n",
        "- {target: $.b, copy: $.a}\n- {target: $.a, copy: $}\n- {target: $.b, copy: '$.*'}\n",
    );
    assert_eq!(
        read.shown(),
        r#"{"a":{"a":{"x":1},"b":{"x":1,"y":2},"x":1},"b":{"x":1,"y":2}}"#
    );
    assert_eq!(read.problems(), ["SW0223 6:23"]);
}

#[test]
fn what_does_not_fit_is_located() {
    for (actions, expected) in [
        ("- {target: $.gone, remove: true}\n", "SW0217 4:12"),
        ("- {target: '$.a[', remove: true}\n", "SW0216 4:17"),
        ("- {target: $, remove: true}\n", "SW0220 4:12"),
        ("- {target: $.a}\n", "SW0221 4:3"),
        ("- {target: $.a, update: {}, copy: $}\n", "SW0222 4:35"),
        ("- {target: $.a, update: {x: {}}}\n", "SW0219 4:29"),
        ("- {target: $.a, update: 1}\n", "SW0219 4:25"),
        ("- {target: '$[\"a\", \"l\"]', update: 1}\n", "SW0218 4:12"),
        ("- {update: 1}\n", "SW0212 4:3"),
        ("- {target: 1, update: 1}\n", "SW0213 4:12"),
        ("- {target: $.a, remove: 1}\n", "SW0213 4:25"),
        ("- 1\n", "SW0213 4:3"),
        ("- {target: $.a, delete: true, update: {}}\n", "SW0214 4:17"),
        ("  []\n", "SW0215 4:3"),
    ] {
        assert_eq!(acted("a: {x: 1}\nl: []\n", actions).problems(), [expected], "{actions}");
    }
}

#[test]
fn the_head_of_an_overlay_is_checked() {
    let head = |overlay: &str| applied("a: 1\n", overlay).problems();
    let rest = "info: {title: T, version: 1.0}\nactions: [{target: $.a, update: 2}]\n";
    assert_eq!(head(&format!("overlay: 1.0.7\n{rest}")), [""; 0]);
    assert_eq!(head(&format!("overlay: 2.0.0\n{rest}")), ["SW0211 1:10"]);
    assert_eq!(head(&format!("overlay: 1.0\n{rest}")), ["SW0213 1:10"]);
    assert_eq!(head(rest), ["SW0212 1:1"]);
    assert_eq!(head("[]"), ["SW0213 1:1"]);
    assert_eq!(
        head("overlay: 1.0.0\nextra: 1\n"),
        ["SW0212 1:1", "SW0212 1:1", "SW0214 2:1"]
    );
    assert_eq!(head(&format!("overlay: 1.0.0\nextends: ./a.yaml\n{rest}")), [""; 0]);
    assert_eq!(
        head(&format!("overlay: 1.0.0\nextends: b.yaml\n{rest}")),
        ["SW0224 2:10"]
    );
    // `copy` is of version 1.1.
    let copy = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: $.a, copy: $}]\n";
    assert_eq!(head(copy), ["SW0214 3:25", "SW0221 3:11"]);
}

#[test]
fn faulty_actions_do_not_stop_the_others() {
    let read = acted("a: 1\n", "- {target: $.gone, update: 1}\n- {target: $.a, update: 2}\n");
    assert_eq!(read.shown(), r#"{"a":2}"#);
}

#[test]
fn growth_and_depth_are_bounded() {
    let doubling = "- {target: $.a, copy: $.a}\n- {target: $.a, update: {b: {b: {}}}}\n".to_owned()
        + &"- {target: '$..b', copy: $.a}\n".repeat(40);
    let read = acted("a: {b: {}}\n", &doubling);
    let code = read.problems().first().map(|problem| problem[..6].to_owned());
    assert!(matches!(code.as_deref(), Some("SW0106" | "SW0107")), "{code:?}");
}

#[test]
fn copies_of_copies_have_an_end() {
    let read = acted("a: [1]\n", &"- {target: $.a, copy: $.a}\n".repeat(60));
    let codes: Vec<String> = read.problems().iter().map(|problem| problem[..6].to_owned()).collect();
    assert_eq!(codes, ["SW0107"]);
}

/// What has the square of its size, or doubles with each selector, takes minutes here: a limit of time of the test harness would meet it.
#[test]
fn what_queries_repeat_is_looked_at_once() {
    let deep = format!("x: {}{}\n", "[".repeat(60), "]".repeat(60));
    let again = format!("$.x{}", "[*, 0]".repeat(59));
    let innermost = format!("/x{}", "/0".repeat(59));
    assert!(selected(&deep, &again).iter().all(|pointer| *pointer == innermost));
    let many: String = (0..20_000).map(|index| format!("  - {{n: {index}}}\n")).collect();
    let list = format!("x:\n{many}");
    assert_eq!(selected(&list, "$.x[?$..[?$..n]]").len(), 20_000);
    let read = acted(&list, "- {target: '$.x[*]', remove: true}\n");
    assert_eq!(read.shown(), r#"{"x":[]}"#);
}

/// The pointers that a query selects in a document.
fn selected(document: &str, query: &str) -> Vec<String> {
    let read = Reading::yaml(document);
    let query = Query::parse(query).unwrap_or_else(|error| panic!("{query}: {} at {}", error.reason, error.offset));
    let found = query.select(read.tree(), read.root());
    found
        .iter()
        .map(|found| read.tree().pointer(found.node)[1..].to_owned())
        .collect()
}

#[test]
fn selectors() {
    let document = "o: {j: 1, k: {a: 2, \"x-y\": 3, \"'\\\"\": 4, é: 5}}\na: [a, b, c, d, e, f, g]\nn: null\n";
    for (query, expected) in [
        ("$", vec![""]),
        ("$.o.j", vec!["/o/j"]),
        ("$ .o\n['k'] [\"a\"]", vec!["/o/k/a"]),
        ("$.o.k.x-y", vec!["/o/k/x-y"]),
        ("$.o.k.é", vec!["/o/k/é"]),
        (r#"$.o.k['\'"']"#, vec!["/o/k/'\""]),
        (r#"$.o.k["'\""]"#, vec!["/o/k/'\""]),
        (r#"$.o.k["\u00e9", "\u0061"]"#, vec!["/o/k/é", "/o/k/a"]),
        ("$.gone.x", vec![]),
        ("$.o.*", vec!["/o/j", "/o/k"]),
        ("$.a[1]", vec!["/a/1"]),
        ("$.a[-1]", vec!["/a/6"]),
        ("$.a[7]", vec![]),
        ("$.a[-8]", vec![]),
        ("$.a[1:3]", vec!["/a/1", "/a/2"]),
        ("$.a[5:]", vec!["/a/5", "/a/6"]),
        ("$.a[1:5:2]", vec!["/a/1", "/a/3"]),
        ("$.a[5:1:-2]", vec!["/a/5", "/a/3"]),
        ("$.a[::-3]", vec!["/a/6", "/a/3", "/a/0"]),
        ("$.a[ : : 0]", vec![]),
        ("$.a[0:9007199254740991:9007199254740991]", vec!["/a/0"]),
        ("$..j", vec!["/o/j"]),
        ("$..[0]", vec!["/a/0"]),
        (
            "$.o..*",
            vec!["/o/j", "/o/k", "/o/k/a", "/o/k/x-y", "/o/k/'\"", "/o/k/é"],
        ),
        ("$.n", vec!["/n"]),
        ("$.n.x", vec![]),
    ] {
        assert_eq!(selected(document, query), expected, "{query}");
    }
}

#[test]
fn filters() {
    let document = "
a: [3, 5, 1, {b: j}, {b: k}, {b: {}}, {b: kilo}, {c: null}]
o: {p: 1, q: 2, r: 3.0, s: 5, t: {u: 6}}
e: f
";
    for (query, expected) in [
        ("$.a[?@.b == 'kilo']", vec!["/a/6"]),
        ("$.a[?(@.b == 'kilo')]", vec!["/a/6"]),
        ("$.a[?@ > 3.5]", vec!["/a/1"]),
        ("$.a[?@.b]", vec!["/a/3", "/a/4", "/a/5", "/a/6"]),
        ("$.a[?@.c]", vec!["/a/7"]),
        ("$.a[?@.c == null]", vec!["/a/7"]),
        ("$.a[?@.b == @.x]", vec!["/a/0", "/a/1", "/a/2", "/a/7"]),
        ("$.a[?@.b <= @.x]", vec!["/a/0", "/a/1", "/a/2", "/a/7"]),
        ("$.a[?!@.b && @ != 1 || @ == 1]", vec!["/a/0", "/a/1", "/a/2", "/a/7"]),
        ("$.a[?!(@ == 1 || @ == 3) && @ < 9]", vec!["/a/1"]),
        ("$.a[?@ < 2 || @.b == 'k']", vec!["/a/2", "/a/4"]),
        ("$.a[?@.b >= 'k']", vec!["/a/4", "/a/6"]),
        ("$.o[?@ == 3]", vec!["/o/r"]),
        ("$.o[?@ == 0.3e1]", vec!["/o/r"]),
        ("$.o[?@.u == $.o.t.u]", vec!["/o/t"]),
        ("$[?@.*]", vec!["/a", "/o"]),
        ("$[?@[?@.b]]", vec!["/a"]),
        ("$[?count(@.*) == 5]", vec!["/o"]),
        ("$[?length(@) == 8]", vec!["/a"]),
        ("$.a[?length(@.b) > 3]", vec!["/a/6"]),
        ("$[?value(@..u) == 6]", vec!["/o"]),
        ("$.a[?match(@.b, 'k.*')]", vec!["/a/4", "/a/6"]),
        ("$.a[?search(@.b, '[il]{2}')]", vec!["/a/6"]),
        ("$.a[?match(@.b, 'il')]", vec![]),
        (
            "$.a[?!match(@.b, $.e)][?@]",
            vec!["/a/3/b", "/a/4/b", "/a/5/b", "/a/6/b", "/a/7/c"],
        ),
    ] {
        assert_eq!(selected(document, query), expected, "{query}");
    }
}

#[test]
fn what_is_no_query_is_said_where() {
    for (query, offset) in [
        ("", 0),
        ("o", 0),
        ("$.", 2),
        ("$o", 1),
        ("$.1", 2),
        ("$.$ref", 2),
        ("$[", 2),
        ("$['a", 2),
        ("$['\\x']", 3),
        ("$['\\ud800']", 3),
        ("$[01]", 2),
        ("$[-0]", 2),
        ("$[9007199254740992]", 2),
        ("$[1:2:3:4]", 7),
        ("$[?@.a = 1]", 7),
        ("$[?1]", 3),
        ("$[?@.* == 1]", 3),
        ("$[?@.a == b]", 10),
        ("$[?foo(@)]", 3),
        ("$[?length(@.*) == 1]", 10),
        ("$[?count(1) == 1]", 9),
        ("$[?match(@, '(')]", 12),
        ("$[?match(@, 'a') == true]", 3),
        ("$[?length(@)]", 3),
        ("$[?!@.a == 1]", 4),
        ("$[?(@.a]", 7),
        ("$[?@.a == {}]", 10),
        ("$[?@ == 01]", 8),
    ] {
        let error = Query::parse(query).expect_err(query);
        assert_eq!(error.offset, offset, "{query}: {}", error.reason);
    }
    assert!(Query::parse(&format!("$[?{}@{}]", "(".repeat(10_000), ")".repeat(10_000))).is_err());
    assert!(Query::parse(&("$".to_owned() + &"[?@".repeat(10_000))).is_err());
}

#[test]
fn nested_descendants_do_not_blow_up() {
    let document = "{a: ".repeat(100) + "1" + &"}".repeat(100);
    assert_eq!(selected(&document, "$..*..*..*..*..*").len(), 96);
}

/// Both documents in one tree.
fn pair(old: &str, new: &str) -> (Tree, NodeId, NodeId) {
    let (mut sources, mut diags, mut tree) = (SourceMap::new(), Diagnostics::new(), Tree::new());
    let mut read = |name: &str, text: &str| {
        import::read_text(&mut tree, &mut sources, Path::new(name), text, &mut diags).expect("a document")
    };
    let (old, new) = (read("old.yaml", old), read("new.yaml", new));
    (tree, old, new)
}

#[test]
fn a_difference_is_at_the_objects_that_change() {
    let (tree, old, new) = pair(
        "info: {title: Pets, version: '1'}\npaths:\n  /pets:\n    get:\n      tags: [a, b]\n      parameters:\n      \
         - {name: limit, in: query, schema: {type: string}}\n      - {name: sort, in: query}\n    put: {}\n    post: {}\n",
        "paths:\n  /pets:\n    get:\n      tags: [a, c]\n      parameters:\n      \
         - {name: limit, in: query, schema: {type: integer, minimum: 1}}\n      - {name: page, in: query}\n\
         info: {title: Pets, version: '2'}\n",
    );
    let text = overlay::diff(&tree, old, new)
        .expect("two objects")
        .text("From old to new");
    insta::assert_snapshot!(text, @r#"
    overlay: 1.1.0
    info:
      title: From old to new
      version: 1.0.0
    actions:
      - target: $.info
        update:
          version: '2'
      - target: $.paths['/pets'].get.tags[?@ == 'b']
        remove: true
      - target: $.paths['/pets'].get.parameters[?@.name == 'limit'].schema
        update:
          type: integer
          minimum: 1
      - target: $.paths['/pets'].get.parameters[?@.name == 'sort']
        remove: true
      - target: $.paths['/pets'].get
        update:
          tags:
            - c
          parameters:
            - name: page
              in: query
      - target: $.paths['/pets']['put','post']
        remove: true
    "#);
}

#[test]
fn equal_documents_have_no_difference() {
    let (tree, old, new) = pair("a: {b: 1, c: [x]}\n", "a:\n  c:\n  - x\n  b: 1.0\n");
    assert!(overlay::diff(&tree, old, new).expect("two objects").is_empty());
    let (tree, old, new) = pair("a: 1\n", "- a\n");
    assert!(overlay::diff(&tree, old, new).is_none());
}

/// A document in the style of vendors whose pages are written by hand: each response has its schema inline.
const REPEATED: &str = "\
openapi: 3.1.0
info: {title: Lockers, version: 1.0.0}
paths:
  /lockers:
    post:
      operationId: rent_locker
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [address]
              properties:
                address: &address
                  description: Where it is
                  type: object
                  required: [street, city]
                  properties: {street: {type: string}, city: {type: string}}
      responses:
        '201': &locker
          description: The locker
          content:
            application/json:
              schema:
                type: object
                required: [id, address]
                properties:
                  id: {type: string}
                  address: *address
        '409': &failure
          description: None is free
          content:
            application/json:
              schema:
                type: object
                required: [code, message]
                properties: {code: {type: integer}, message: {type: string, description: What is wrong}}
        '503':
          description: Later
          content:
            application/json:
              schema:
                type: object
                required: [message, code]
                properties: {message: {type: string}, code: {type: integer}}
  /lockers/{id}:
    get:
      operationId: get_locker
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200': *locker
        '404': *failure
";

#[test]
fn repeated_schemas_become_components() {
    let reading = Reading::yaml(REPEATED);
    let shared = share::share(reading.tree(), reading.root());
    insta::assert_snapshot!(shared.proposal.text("One type for each"), @r#"
    overlay: 1.1.0
    info:
      title: One type for each
      version: 1.0.0
    actions:
      - target: $
        description: '`LockersResponse` is written inline 2 times: one type serves all'
        update:
          components:
            schemas:
              LockersResponse:
                type: object
                required:
                  - id
                  - address
                properties:
                  id:
                    type: string
                  address:
                    description: Where it is
                    type: object
                    required:
                      - street
                      - city
                    properties:
                      street:
                        type: string
                      city:
                        type: string
      - target: $.paths..[?@ == $.components.schemas.LockersResponse]
        update:
          $ref: '#/components/schemas/LockersResponse'
      - target: >-
          $.paths..[?@['$ref'] ==
          '#/components/schemas/LockersResponse']['properties','required','type']
        remove: true
      - target: $.components.schemas
        description: '`Error` is written inline 3 times: one type serves all'
        update:
          Error:
            type: object
            required:
              - code
              - message
            properties:
              code:
                type: integer
              message:
                type: string
                description: What is wrong
      - target: $.paths..[?@ == $.components.schemas.Error]
        update:
          $ref: '#/components/schemas/Error'
      - target: >-
          $.paths['/lockers'].post.responses['503'].content['application/json'].schema
        update:
          $ref: '#/components/schemas/Error'
      - target: >-
          $.paths..[?@['$ref'] ==
          '#/components/schemas/Error']['properties','required','type']
        remove: true
      - target: $.components.schemas
        description: '`Address` is written inline 2 times: one type serves all'
        update:
          Address:
            description: Where it is
            type: object
            required:
              - street
              - city
            properties:
              street:
                type: string
              city:
                type: string
      - target: $.components.schemas.LockersResponse.properties.address
        update:
          $ref: '#/components/schemas/Address'
      - target: >-
          $.components.schemas.*..[?@['$ref'] ==
          '#/components/schemas/Address']['description','properties','required','type']
        remove: true
      - target: >-
          $.paths['/lockers'].post.requestBody.content['application/json'].schema.properties.address
        update:
          $ref: '#/components/schemas/Address'
      - target: >-
          $.paths..[?@['$ref'] ==
          '#/components/schemas/Address']['description','properties','required','type']
        remove: true
    "#);
    let (before, after) = (
        surface_of(REPEATED),
        surface_of(&with(REPEATED, &shared.proposal.text("x"))),
    );
    let types = |surface: &Surface| surface.items.values().filter(|item| item.kind == Kind::Type).count();
    assert!(types(&after) < types(&before), "{} < {}", types(&after), types(&before));
    for change in compat::compare(&before, &after) {
        assert_eq!(change.wire, compat::Wire::default(), "{}", change.sentence);
    }
}

fn with(document: &str, overlay: &str) -> String {
    let read = applied(document, overlay);
    assert_eq!(read.problems(), [""; 0]);
    specwright::tree::print::to_yaml(read.tree(), read.root())
}

fn surface_of(document: &str) -> Surface {
    let input = Input::Text {
        name: "a.yaml".to_owned(),
        text: document.to_owned(),
    };
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    let surface = specwright::surface(&mut sources, &input, &Config::default(), &mut diags);
    assert_eq!(
        diags.count(Severity::Warning),
        0,
        "{}",
        diags.render(&sources, specwright::diag::Style::Plain)
    );
    surface.expect("no errors")
}
