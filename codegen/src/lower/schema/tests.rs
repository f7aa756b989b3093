//! What schemas say, asked without making a type.

use super::{Base, Declared, Inner, Merged, Schemas, Way};
use crate::diag::Diagnostics;
use crate::import;
use crate::number::Number;
use crate::openapi;
use crate::openapi::schema::{JsonType, Types};
use crate::source::SourceMap;
use crate::tree::{NodeId, Tree};
use std::path::Path;

/// What holds a schema, as seen from a merge: the schema that a reference named, or where the merge began.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reached(Option<NodeId>);

impl Base for Reached {
    fn target(node: NodeId) -> Reached {
        Reached(Some(node))
    }
}

/// Asks the component schemas that are written in YAML; `codes` are the diagnostics that this gives, but
/// for those about a missing `type`.
fn ask(schemas: &str, codes: &[&str], questions: impl FnOnce(&mut Schemas<'_, '_>)) {
    let indented = schemas.trim_end().replace('\n', "\n    ");
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    {indented}\n"
    );
    let (mut sources, mut tree, mut diags) = (SourceMap::new(), Tree::new(), Diagnostics::new());
    let root = import::read_text(&mut tree, &mut sources, Path::new("t.yaml"), &text, &mut diags).expect("it is YAML");
    let document = openapi::read(&tree, root, &mut diags);
    let reader = document.reader(&mut diags);
    questions(&mut Schemas::new(&document, reader, false));
    let found = diags.iter().map(|diagnostic| diagnostic.problem.code());
    let found: Vec<&str> = found.filter(|code| *code != "SW0530").collect();
    assert_eq!(found, codes);
}

/// The node that a pointer below the component schemas names.
fn at(schemas: &Schemas<'_, '_>, pointer: &str) -> NodeId {
    let tree = schemas.tree();
    let root = tree.document().expect("a document");
    tree.lookup(root, &format!("/components/schemas/{pointer}"))
        .expect("a node")
}

fn merged(schemas: &mut Schemas<'_, '_>, pointer: &str) -> Merged<Reached> {
    let node = at(schemas, pointer);
    let base = Reached(None);
    schemas.merge(&[Declared { node, base }])
}

#[test]
fn a_wrapper_that_adds_nothing_is_looked_through() {
    let text = "
Pet: {type: object}
Reference: {$ref: '#/components/schemas/Pet'}
Described: {allOf: [{$ref: '#/components/schemas/Pet'}], description: d, type: object}
OrNull: {anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}
Holder: {properties: {inline: {oneOf: [{type: string}]}}}
";
    ask(text.trim(), &[], |schemas| {
        let pet = at(schemas, "Pet");
        for name in ["Pet", "Reference", "Described", "OrNull"] {
            let node = at(schemas, name);
            assert_eq!(schemas.unwrap(node), Some(Inner::Named(pet)), "{name}");
        }
        let inline = at(schemas, "Holder/properties/inline");
        let inner = at(schemas, "Holder/properties/inline/oneOf/0");
        assert_eq!(schemas.unwrap(inline), Some(Inner::Inline(inner)));
    });
}

#[test]
fn a_keyword_beside_a_reference_is_never_looked_through() {
    let keywords = [
        "minLength: 1",
        "maxLength: 1",
        "pattern: a",
        "minimum: 1",
        "maximum: 1",
        "exclusiveMinimum: 1",
        "exclusiveMaximum: 1",
        "multipleOf: 2",
        "minItems: 1",
        "maxItems: 1",
        "uniqueItems: true",
        "minProperties: 1",
        "maxProperties: 1",
        "format: date",
        "enum: [a]",
        "const: a",
        "type: string",
        "required: [a]",
        "properties: {a: {}}",
        "patternProperties: {a: {}}",
        "additionalProperties: false",
        "propertyNames: {}",
        "unevaluatedProperties: false",
        "dependentRequired: {a: [b]}",
        "dependentSchemas: {a: {}}",
        "items: {}",
        "prefixItems: [{}]",
        "contains: {}",
        "unevaluatedItems: false",
        "not: {}",
        "if: {}",
    ];
    for keyword in keywords {
        let text = format!("Any: {{}}\nHolder: {{properties: {{a: {{$ref: '#/components/schemas/Any', {keyword}}}}}}}");
        ask(&text, &[], |schemas| {
            let node = at(schemas, "Holder/properties/a");
            assert_eq!(schemas.unwrap(node), Some(Inner::Inline(node)), "{keyword}");
        });
    }
}

#[test]
fn kinds_and_null_are_those_of_what_a_schema_refers_to() {
    let text = "
Name: {type: [string, 'null']}
Reference: {$ref: '#/components/schemas/Name'}
Choice: {oneOf: [{type: integer}, {$ref: '#/components/schemas/Name'}]}
Both: {allOf: [{type: [string, integer]}, {type: [string, boolean]}]}
Listed: {enum: [1, a, null]}
Self: {anyOf: [{$ref: '#/components/schemas/Self'}, {type: boolean}]}
Object: {properties: {a: {}}}
";
    ask(text.trim(), &[], |schemas| {
        let mut kinds = |name: &str| {
            let node = at(schemas, name);
            (schemas.kinds(node), schemas.is_nullable(node))
        };
        let string = Types::of(JsonType::String);
        assert_eq!(kinds("Reference"), (string.with(JsonType::Null), true));
        assert_eq!(kinds("Choice").0, string.with(JsonType::Null).with(JsonType::Integer));
        assert_eq!(kinds("Both"), (string, false));
        assert_eq!(
            kinds("Listed"),
            (string.with(JsonType::Integer).with(JsonType::Null), true)
        );
        // A schema that refers to itself ends, and adds nothing.
        assert!(!kinds("Self").1);
        assert_eq!(kinds("Object"), (Types::of(JsonType::Object), false));
    });
}

#[test]
fn schemas_that_apply_together_tighten_each_other() {
    let text = "
Base: {properties: {id: {type: string}}, required: [id], minProperties: 1}
Heir:
  allOf:
    - $ref: '#/components/schemas/Base'
    - {properties: {id: {minLength: 3}, own: {}}, maxProperties: 9}
Level: {allOf: [{enum: [1, 2, 3]}, {enum: [1.0, 3]}]}
Never: {allOf: [{type: string}, {type: integer}]}
";
    ask(text.trim(), &["SW0502"], |schemas| {
        let heir = merged(schemas, "Heir");
        let objects = &heir.constraints.objects;
        assert_eq!((objects.min_properties, objects.max_properties), (Some(1), Some(9)));
        assert!(heir.required.contains("id"));
        let declarations = &heir.properties["id"];
        let base = at(schemas, "Base");
        let bases: Vec<Reached> = declarations.iter().map(|declared| declared.base).collect();
        assert_eq!(bases, [Reached(Some(base)), Reached(None)]);
        // Numbers are equal by value (JSON Schema Core section 4.2.2).
        let (_, levels) = merged(schemas, "Level").values.expect("values");
        let texts = levels
            .iter()
            .map(|&level| schemas.tree().number(level).map(Number::as_str));
        assert_eq!(texts.collect::<Vec<_>>(), [Some("1.0"), Some("3")]);
        assert!(merged(schemas, "Never").impossible);
    });
}

#[test]
fn heirs_are_found_at_any_distance() {
    let text = "
Pet: {type: object, discriminator: {propertyName: kind}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {const: cat}}}]}
Lion: {allOf: [{$ref: '#/components/schemas/Cat'}]}
Other: {type: object}
";
    ask(text.trim(), &[], |schemas| {
        let (pet, cat, lion) = (at(schemas, "Pet"), at(schemas, "Cat"), at(schemas, "Lion"));
        assert_eq!(schemas.heirs(pet), [cat, lion]);
        assert_eq!(schemas.heirs(cat), []);
        let values = schemas.property_values(lion, "kind").expect("a constant");
        assert_eq!(
            values
                .iter()
                .map(|&value| schemas.tree().str(value))
                .collect::<Vec<_>>(),
            [Some("cat")]
        );
        assert_eq!(schemas.property_values(pet, "kind"), None);
    });
}

#[test]
fn a_value_is_held_against_schemas() {
    let text = "
Pet:
  type: object
  required: [id, secret]
  properties:
    id: {type: integer, format: int32, minimum: 1}
    secret: {type: string, writeOnly: true}
  examples:
    - {id: 1, secret: x}
    - {id: 1, extra: 2}
    - {id: 0, secret: x}
    - {id: 3000000000, secret: x}
";
    ask(text.trim(), &[], |schemas| {
        let pet = at(schemas, "Pet");
        let mut verdict = |index: usize, way| {
            let value = at(schemas, &format!("Pet/examples/{index}"));
            let verdict = schemas.evaluate(&[pet], value, way).expect("a few steps");
            verdict.map_err(|clash| clash.reason)
        };
        assert_eq!(verdict(0, Way::Open), Ok(Vec::new()));
        // What is only written is not received.
        assert_eq!(verdict(1, Way::Received).map(|undeclared| undeclared.len()), Ok(1));
        assert!(verdict(1, Way::Sent).is_err_and(|reason| reason.contains("`secret`")));
        assert_eq!(verdict(2, Way::Open), Err("0 is less than 1".to_owned()));
        assert!(verdict(3, Way::Open).is_err_and(|reason| reason.contains("`int32`")));
    });
}

#[test]
fn the_steps_for_a_document_are_not_taken_by_values_of_others() {
    ask("Pet: {type: integer, examples: [a]}", &["SW0537"], |schemas| {
        let (pet, value, tree) = (at(schemas, "Pet"), at(schemas, "Pet/examples/0"), schemas.tree());
        schemas.steps_left = 1;
        assert!(schemas.evaluate_in(&[pet], tree, value, Way::Open).is_err());
        assert!(matches!(schemas.evaluate(&[pet], value, Way::Open), Some(Err(_))));
        // That was the last one.
        assert!(schemas.evaluate(&[pet], value, Way::Open).is_none());
        assert!(schemas.evaluate_in(&[pet], tree, value, Way::Open).is_err());
    });
}

#[test]
fn what_takes_too_many_steps_is_not_compared() {
    let (values, choices) = ("1, ".repeat(400), "{type: string}, ".repeat(300));
    let text = format!(
        "Pets: {{type: array, items: {{anyOf: [{choices} {{type: integer}}]}}, examples: [[{values}], [a], [b]]}}"
    );
    ask(&text, &["SW0537", "SW0537"], |schemas| {
        let pets = at(schemas, "Pets");
        let mut verdict = |index: usize| {
            let value = at(schemas, &format!("Pets/examples/{index}"));
            schemas.evaluate(&[pets], value, Way::Open)
        };
        assert!(verdict(0).is_none(), "more than one value may take");
        assert!(matches!(verdict(1), Some(Ok(_))));
        for _ in 0..3 {
            verdict(0);
        }
        assert!(verdict(1).is_none(), "more than all values may take");
    });
}
