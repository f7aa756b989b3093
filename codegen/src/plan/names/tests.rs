//! What names become, and that they are always legal, different and steady.

use super::reserved::CLIENT_METHODS;
use super::{Case, Claim, Ident, Scope, crate_name, is_long, operation_name, singular, sources};
use proptest::prelude::*;
use std::collections::BTreeSet;

const CASES: [Case; 8] = [
    Case::Type,
    Case::Variant,
    Case::Field,
    Case::Method,
    Case::Module,
    Case::Const,
    Case::Feature,
    Case::Crate,
];

fn name(raw: &str, case: Case) -> String {
    Scope::default().claim(raw, case).to_string()
}

fn names(raws: &[&str], case: Case) -> Vec<String> {
    Scope::default()
        .claim_all(raws, case)
        .iter()
        .map(Ident::to_string)
        .collect()
}

#[test]
fn a_chosen_name_passes_the_short_one_on_to_nothing() {
    let names = |claims: &[Claim]| -> Vec<String> {
        let names = Scope::new(&[]).claim_each(claims, Case::Method);
        names.iter().map(ToString::to_string).collect()
    };
    let first = Claim::new("get pets").rather("get");
    let second = Claim::new("get owners").rather("get");
    assert_eq!(names(&[first.clone(), second.clone()]), ["get_pets", "get_owners"]);
    let chosen = first.clone().chosen_by(Some("pets"));
    assert_eq!(names(&[chosen, second.clone()]), ["pets", "get_owners"]);
    let (first_id, second_id) = (
        Claim::new("getPets").or("get cats"),
        Claim::new("getPets").or("get dogs"),
    );
    assert_eq!(
        names(&[first_id.chosen_by(Some("get_pets")), second_id]),
        ["get_pets", "get_dogs"]
    );
    // Only a choice takes it.
    let kept = first.chosen_by(Some("get"));
    assert_eq!(names(&[kept, second]), ["get", "get_owners"]);
}

#[test]
fn spellings() {
    let table: &[(&str, &str, &str)] = &[
        ("petId", "pet_id", "PetId"),
        ("pet-id", "pet_id", "PetId"),
        ("pet.id", "pet_id", "PetId"),
        ("PET ID", "pet_id", "PetId"),
        ("@entity", "entity", "Entity"),
        ("$ref", "r#ref", "Ref"),
        ("filter[name]", "filter_name", "FilterName"),
        ("ids[]", "ids", "Ids"),
        ("userIDs", "user_ids", "UserIds"),
        ("IPv4Address", "ipv4_address", "Ipv4Address"),
        ("XMLHttpRequest", "xml_http_request", "XmlHttpRequest"),
        ("OAuth2Token", "oauth2_token", "OAuth2Token"),
        ("+1", "plus_1", "Plus1"),
        ("-1", "minus_1", "Minus1"),
        ("-name", "minus_name", "MinusName"),
        ("!name", "not_name", "NotName"),
        ("google+", "google_plus", "GooglePlus"),
        ("api+json", "api_json", "ApiJson"),
        ("UTC+1", "utc_plus_1", "UtcPlus1"),
        ("R&D", "r_and_d", "RAndD"),
        ("100%", "_100_percent", "N100Percent"),
        ("StartTime>", "start_time_greater", "StartTimeGreater"),
        ("a>=", "a_greater_equal", "AGreaterEqual"),
        ("List<Pet>", "list_pet", "ListPet"),
        ("List«Pet»", "list_pet", "ListPet"),
        ("a->b", "a_b", "AB"),
        ("2fast", "_2fast", "N2fast"),
        ("1.0.0", "_1_0_0", "N1_0_0"),
        ("-1.5", "minus_1_5", "Minus1_5"),
        ("application/json", "application_json", "ApplicationJson"),
        ("text/*", "text_asterisk", "TextAsterisk"),
        ("==", "equal_equal", "EqualEqual"),
        ("!=", "not_equal", "NotEqual"),
        ("<=", "less_equal", "LessEqual"),
        ("*", "asterisk", "Asterisk"),
        ("-", "minus", "Minus"),
        ("_", "underscore", "Underscore"),
        (" ", "space", "Space"),
        ("", "empty", "Empty"),
        ("\u{200b}", "u200b", "U200b"),
        ("’", "u2019", "U2019"),
        ("😕", "u1f615", "U1f615"),
        ("ÁKK", "ákk", "Ákk"),
        ("型", "型", "型"),
        ("cafe\u{301}", "cafe", "Cafe"),
        ("Today’s Paper", "todays_paper", "TodaysPaper"),
        ("ettaphʿal", "ettaphal", "Ettaphal"),
        ("a\u{202e}b", "ab", "Ab"),
        ("\u{2126}m", "omega_m", "OmegaM"),
        ("self", "self_", "SelfValue"),
        ("SELF", "self_", "SelfValue"),
        ("crate", "crate_", "Crate"),
        ("super", "super_", "Super"),
        ("type", "r#type", "Type"),
        ("gen", "r#gen", "Gen"),
        ("async", "r#async", "Async"),
        ("try", "r#try", "Try"),
        ("yield", "r#yield", "Yield"),
        ("union", "union", "Union"),
        ("Option", "option", "OptionValue"),
        ("i64", "i64", "I64"),
    ];
    for (raw, field, kind) in table {
        assert_eq!(
            (name(raw, Case::Field).as_str(), name(raw, Case::Type).as_str()),
            (*field, *kind),
            "{raw:?}"
        );
    }
}

#[test]
fn letters_that_look_like_others() {
    let table: &[(&str, &str, &str)] = &[
        ("α", "alpha", "Alpha"),
        ("µs", "mu_s", "MuS"),
        ("λψ", "λψ", "Λψ"),
        // Cyrillic, all like Latin letters, and not.
        ("сор", "u0441_u043e_u0440", "U0441U043eU0440"),
        ("имя", "имя", "Имя"),
        ("ロ", "u30ed", "U30ed"),
        ("ロボ", "ロボ", "ロボ"),
        ("ſ", "u017f", "U017f"),
        ("ı", "u0131", "U0131"),
    ];
    for (raw, field, kind) in table {
        let names = (name(raw, Case::Field), name(raw, Case::Type));
        assert_eq!((names.0.as_str(), names.1.as_str()), (*field, *kind), "{raw:?}");
    }
}

#[test]
fn other_cases() {
    assert_eq!(name("petId", Case::Const), "PET_ID");
    assert_eq!(name("2fast", Case::Const), "_2FAST");
    assert_eq!(name("self", Case::Const), "SELF");
    assert_eq!(name("Pet Store", Case::Feature), "pet-store");
    assert_eq!(name("2FA", Case::Feature), "n2fa");
    assert_eq!(name("../../etc", Case::Module), "etc");
    assert_eq!(name("ÁKK", Case::Module), "u00c1_kk");
    assert_eq!(name("CON", Case::Module), "con_");
    assert_eq!(name("lpt1", Case::Module), "lpt1_");
    assert_eq!(name("mod", Case::Module), "mod_");
    assert_eq!(name("type", Case::Module), "r#type");
}

#[test]
fn a_name_of_several_is_nobodys() {
    let table: &[(Case, &[&str], &[&str])] = &[
        (Case::Field, &["@id", "id"], &["at_id", "id_lower"]),
        (Case::Field, &["_id", "id"], &["underscore_id", "id_lower"]),
        (Case::Field, &["$ref", "ref"], &["dollar_ref", "ref_lower"]),
        (
            Case::Field,
            &["jobID", "jobId"],
            &["job_id_camel_upper", "job_id_camel"],
        ),
        (Case::Field, &["job_id", "jobId"], &["job_id_snake", "job_id_camel"]),
        (
            Case::Field,
            &["a-b", "a.b", "a_b", "aB", "AB", "a b", "a/b", "a:b"],
            &[
                "a_b_kebab",
                "a_b_dotted",
                "a_b_snake",
                "a_b_camel",
                "ab",
                "a_b_spaced",
                "a_b_slashed",
                "a_colon_b",
            ],
        ),
        (Case::Field, &["+1", "-1"], &["plus_1", "minus_1"]),
        (Case::Variant, &["ASC", "asc"], &["AscUpper", "AscLower"]),
        (
            Case::Variant,
            &["Asc", "ASC", "asc"],
            &["AscPascal", "AscUpper", "AscLower"],
        ),
        (Case::Variant, &["Y", "y"], &["YUpper", "YLower"]),
        (Case::Variant, &["google", "google+"], &["Google", "GooglePlus"]),
        (Case::Variant, &["name", "-name"], &["Name", "MinusName"]),
        (
            Case::Variant,
            &["=", "==", "!=", "<", "<="],
            &["Equal", "EqualEqual", "NotEqual", "Less", "LessEqual"],
        ),
        (Case::Variant, &["1.0.0", "10.0", "100"], &["N1_0_0", "N10_0", "N100"]),
        (Case::Variant, &["1.0", "1_0"], &["N1_0Dotted", "N1_0Snake"]),
        (Case::Variant, &["", "empty"], &["EmptyString", "EmptyLower"]),
        (Case::Type, &["Boolean", "boolean"], &["BooleanPascal", "BooleanLower"]),
        (Case::Method, &["list", "list", "list"], &["list_2", "list_3", "list_4"]),
        // Whoever comes for the name that another went on to takes it from that.
        (
            Case::Variant,
            &["g", "G", "GLower"],
            &["GX2962336a", "GUpper", "GLowerPascalUpper"],
        ),
    ];
    for (case, raws, expected) in table {
        assert_eq!(names(raws, *case), *expected, "{raws:?}");
    }
}

#[test]
fn reserved_names_are_avoided() {
    let mut scope = Scope::new(CLIENT_METHODS);
    let got: Vec<String> = ["new", "clone", "builder", "New"]
        .map(|raw| scope.claim(raw, Case::Method).to_string())
        .into();
    // Each of these was claimed after the one before.
    assert_eq!(got, ["new_", "clone_", "builder_", "new_pascal"]);
    assert_eq!(
        Scope::new(&["Unknown"]).claim("unknown", Case::Variant).as_str(),
        "UnknownValue"
    );
    assert_eq!(
        Scope::new(&["default"]).claim("Default", Case::Feature).as_str(),
        "default-tag"
    );
    assert_eq!(Scope::new(&["type"]).claim("type", Case::Field).as_str(), "type_");
}

fn chosen(name: &str, case: Case) -> String {
    let claims = [Claim::new("raw").chosen_by(Some(name))];
    Scope::default().claim_each(&claims, case)[0].to_string()
}

#[test]
fn chosen_names_are_kept() {
    let table = [
        ("HTTPPet", Case::Type, "HTTPPet"),
        ("not a name", Case::Type, "NotAName"),
        ("Option", Case::Type, "OptionValue"),
        ("self", Case::Field, "self_"),
        ("type", Case::Field, "r#type"),
        ("petId", Case::Field, "pet_id"),
        ("my_crate", Case::Crate, "my_crate"),
    ];
    for (name, case, expected) in table {
        assert_eq!(chosen(name, case), expected);
    }
}

#[test]
fn long_names_lose_their_middle() {
    let long = "very long name ".repeat(70_000);
    let (a, b) = (
        name(&format!("{long}a"), Case::Type),
        name(&format!("{long}b"), Case::Type),
    );
    assert_ne!(a, b);
    assert!(a.starts_with("VeryLongNameVeryLong") && a.len() <= 96, "{a}");
    let middles = [format!("{long}a{long}"), format!("{long}b{long}")];
    let middles = names(&[&middles[0], &middles[1]], Case::Type);
    assert_ne!(middles[0], middles[1], "a hash tells them apart");
    let word = "x".repeat(97);
    assert_eq!(name(&word, Case::Field), word[1..]);
}

#[test]
fn long_names_that_differ_only_in_what_is_cut_stay_what_they_are() {
    let long = |middle: &str| format!("{0}{middle} {0}", "very long name ".repeat(20));
    let (first, second, third) = (long("a"), long("b"), long("c"));
    let two = names(&[&first, &second], Case::Type);
    let three = names(&[&third, &second, &first], Case::Type);
    assert_eq!(two, [three[2].clone(), three[1].clone()]);
    let all: BTreeSet<&String> = three.iter().collect();
    assert_eq!(all.len(), 3, "{three:?}");
    assert!(three.iter().all(|name| name.len() <= 110), "{three:?}");
}

/// Trying all numbers again for each would take minutes.
#[test]
fn thousands_that_are_spelled_alike_are_numbered() {
    let many = names(&["a"; 40_000], Case::Field);
    assert_eq!((many[0].as_str(), many[39_999].as_str()), ("a_2", "a_40001"));
    assert_eq!(many.iter().collect::<BTreeSet<_>>().len(), many.len());
}

#[test]
fn a_long_name_is_one_that_is_cut() {
    let short = ["x".repeat(96), "aB".repeat(24), "a.".repeat(48), "\u{e9}".repeat(96)];
    let cut = [
        "x".repeat(97),
        "aB".repeat(33),
        "+".repeat(40),
        "a ".repeat(300),
        "type".repeat(25),
    ];
    for name in short {
        assert!(!is_long(&name), "{name}");
    }
    for name in cut {
        assert!(is_long(&name), "{name}");
    }
}

#[test]
fn prelude_names_are_no_types() {
    let table = [
        ("option", "OptionValue"),
        ("from", "FromValue"),
        ("String", "StringValue"),
        ("to_string", "ToStringValue"),
        ("value", "ValueSchema"),
        ("values", "Values"),
        ("Self", "SelfValue"),
        ("Client", "Client"),
    ];
    for (raw, expected) in table {
        assert_eq!(name(raw, Case::Type), expected);
    }
    // Variants are named after their enumeration: they hide nothing.
    assert_eq!(name("some", Case::Variant), "Some");
    assert_eq!(
        names(&["Option", "option", "OptionValue"], Case::Type),
        ["OptionPascal", "OptionLower", "OptionValuePascal"]
    );
}

#[test]
fn claims_have_several_names() {
    let claims = [
        Claim::new("list").or("list pets"),
        Claim::new("list").or("list owners"),
        Claim::new("find_pet_pets_get").rather("find_pet"),
        Claim::new("anything").chosen_by(Some("chosen")),
        Claim::new("Chosen"),
    ];
    let got = Scope::default().claim_each(&claims, Case::Method);
    let got: Vec<String> = got.iter().map(ToString::to_string).collect();
    assert_eq!(got, ["list_pets", "list_owners", "find_pet", "chosen", "chosen_pascal"]);
    let claims = [
        Claim::new("find_pet_pets_get").rather("find_pet"),
        Claim::new("find_pet_owners_get").rather("find_pet"),
    ];
    let got = Scope::default().claim_each(&claims, Case::Method);
    assert_eq!(
        got.iter().map(Ident::as_str).collect::<Vec<_>>(),
        ["find_pet_pets_get", "find_pet_owners_get"]
    );
}

#[test]
fn routes_are_cut_from_operation_ids() {
    let table = [
        (
            "read_item_items__item_id__get",
            "GET",
            "/items/{item_id}",
            Some("read_item"),
        ),
        ("root__get", "GET", "/", Some("root")),
        ("create_v1_users_post", "POST", "/v1/users", Some("create")),
        ("read_item_items__item_id__get", "PUT", "/items/{item_id}", None),
        ("read_item", "GET", "/items", None),
        ("_items_get", "GET", "/items", None),
    ];
    for (id, method, path, expected) in table {
        assert_eq!(sources::without_route(id, method, path), expected, "{id}");
    }
}

#[test]
fn operations_without_a_name() {
    let table = [
        ("GET", "/pets/{petId}/toys", "get_pets_by_pet_id_toys"),
        ("get", "/repos/{owner}/{repo}", "get_repos_by_owner_and_repo"),
        ("GET", "/x/{a}..{b}", "get_x_by_a_and_b"),
        ("POST", "/pets/{id}.json", "post_pets_by_id_json"),
        ("GET", "/", "get_root"),
        ("GET", "", "get_root"),
        ("DELETE", "/{id}", "delete_by_id"),
        ("PATCH", "/a//b/{unclosed", "patch_a_b_unclosed"),
        ("GET", "/v1.0/users:batch", "get_v1_0_users_batch"),
    ];
    for (method, path, expected) in table {
        assert_eq!(
            name(&operation_name(method, path), Case::Method),
            expected,
            "{method} {path}"
        );
    }
    let both = [operation_name("GET", "/pets"), operation_name("GET", "/pets/")];
    let both: Vec<&str> = both.iter().map(String::as_str).collect();
    assert_eq!(names(&both, Case::Method), ["get_pets_slashed", "get_slash_pets_slash"]);
}

#[test]
fn packages() {
    let table = [
        ("Swagger Petstore - OpenAPI 3.0", "swagger-petstore"),
        ("GitHub v3 REST API", "github-v3-rest-api"),
        ("PetStore", "pet-store"),
        ("型", "api"),
        ("", "api"),
        ("3.0", "n3"),
        ("Test", "test-client"),
        ("self", "self-client"),
        ("aux", "aux-client"),
        // What every package depends on.
        ("Tokio", "tokio-client"),
        ("Specwright runtime", "specwright-runtime-client"),
    ];
    for (title, expected) in table {
        assert_eq!(crate_name(title), expected, "{title:?}");
    }
}

#[test]
fn singulars() {
    let table = [
        ("doc_types", Some("doc_type")),
        ("docTypes", Some("doc_type")),
        ("addresses", Some("address")),
        ("categories", Some("category")),
        ("statuses", Some("status")),
        ("indices", Some("index")),
        ("children", Some("child")),
        ("people", Some("person")),
        ("boxes", Some("box")),
        ("batches", Some("batch")),
        ("caches", Some("cache")),
        ("responses", Some("response")),
        ("databases", Some("database")),
        ("movies", Some("movie")),
        ("userIDs", Some("user_id")),
        ("apis", Some("api")),
        ("metrics", Some("metric")),
        ("images", Some("image")),
        ("series", None),
        ("data", None),
        ("status", None),
        ("news", None),
        ("analysis", None),
        ("address", None),
        ("is", None),
        ("petList", None),
        ("items2", None),
        ("", None),
    ];
    for (many, one) in table {
        assert_eq!(singular(many).as_deref(), one, "{many}");
    }
}

fn raw() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-cA-C_.$@+-]{0,4}",
        "\\PC{0,120}",
        prop::sample::select(vec![
            "self", "Self", "SELF", "type", "_", "", "r#type", "con", "new", "2", "É", "e\u{301}"
        ])
        .prop_map(str::to_owned),
    ]
}

fn case() -> impl Strategy<Value = Case> {
    prop::sample::select(CASES.to_vec())
}

fn assert_legal(ident: &Ident, case: Case) {
    let text = ident.to_string();
    syn::parse_str::<syn::Ident>(&ident.token().to_string()).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    match case {
        Case::Type | Case::Variant | Case::Field | Case::Method | Case::Const => {
            assert_eq!(ident.token().to_string(), text, "one spelling");
        }
        Case::Module => {
            assert!(
                ident.as_str().chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_')),
                "{text:?}"
            );
        }
        Case::Feature | Case::Crate => {
            assert!(
                ident
                    .as_str()
                    .chars()
                    .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_')),
                "{text:?}"
            );
            assert!(ident.as_str().starts_with(|c: char| c.is_ascii_lowercase()), "{text:?}");
        }
    }
    assert!(text.chars().count() < 130, "{text:?}");
}

proptest! {
    #[test]
    fn always_legal_and_different(raws in prop::collection::vec(raw(), 0..20), case in case()) {
        let mut scope = Scope::new(&["new", "New", "b"]);
        let idents = scope.claim_all(&raws, case);
        prop_assert_eq!(idents.len(), raws.len());
        let unique: BTreeSet<&str> = idents.iter().map(Ident::as_str).collect();
        prop_assert_eq!(unique.len(), raws.len());
        prop_assert!(!unique.contains("new") && !unique.contains("New") && !unique.contains("b"));
        for ident in &idents {
            assert_legal(ident, case);
        }
        let more = scope.claim(raws.first().map_or("", String::as_str), case);
        prop_assert!(!unique.contains(more.as_str()));
        assert_legal(&more, case);
        let raw = raws.last().map_or("", String::as_str);
        let claims = [Claim::new("b").chosen_by(Some(raw)), Claim::new(raw).rather("b").or("c")];
        for ident in scope.claim_each(&claims, case) {
            prop_assert!(!unique.contains(ident.as_str()));
            assert_legal(&ident, case);
        }
    }

    #[test]
    fn order_is_irrelevant(raws in prop::collection::btree_set(raw(), 0..12), case in case()) {
        let forwards: Vec<&String> = raws.iter().collect();
        let backwards: Vec<&String> = raws.iter().rev().collect();
        let mut reversed = Scope::default().claim_all(&backwards, case);
        reversed.reverse();
        prop_assert_eq!(Scope::default().claim_all(&forwards, case), reversed);
    }

    #[test]
    fn unrelated_names_do_not_matter(raws in prop::collection::btree_set("[a-c_-]{1,3}", 1..8), case in case()) {
        let few: Vec<&str> = raws.iter().map(String::as_str).collect();
        let mut more = few.clone();
        more.insert(0, "something else");
        prop_assert_eq!(&Scope::default().claim_all(&few, case)[..], &Scope::default().claim_all(&more, case)[1..]);
    }

    #[test]
    fn growth_takes_no_name_over(
        raws in prop::collection::btree_set("[gG_ -]{1,2}|[gG]Lower|(?i)a_b|A-b|aB|option|Option", 1..10),
        kept in prop::collection::vec(any::<bool>(), 10),
        case in case(),
    ) {
        let all: Vec<&str> = raws.iter().map(String::as_str).collect();
        let few: Vec<&str> = all.iter().zip(kept).filter(|(_, kept)| *kept).map(|(raw, _)| *raw).collect();
        let later = Scope::new(&["new"]).claim_all(&all, case);
        for (raw, name) in few.iter().zip(Scope::new(&["new"]).claim_all(&few, case)) {
            let bearer = later.iter().position(|other| *other == name).map(|at| all[at]);
            prop_assert!(bearer.is_none_or(|bearer| bearer == *raw), "{name} went from {raw:?} to {bearer:?}");
        }
    }

    #[test]
    fn derived_names_never_panic(text in any::<String>(), path in any::<String>()) {
        let operation = operation_name(&text, &path);
        assert_legal(&Scope::default().claim(&operation, Case::Method), Case::Method);
        let name = crate_name(&text);
        prop_assert!(name.len() <= 64 && name.starts_with(|c: char| c.is_ascii_lowercase()), "{}", name);
        let _ = singular(&text);
    }
}
