//! `--accounted`: which nodes of the documents change neither a client nor a diagnostic.

use serde_json::{Value, json};
use specwright_tests::accounted::Account;

/// The account of a document as JSON; `null` if there is none.
pub fn as_json(account: Option<&Account>) -> Value {
    account.map_or(
        Value::Null,
        |account| json!({"nodes": account.nodes, "tried": account.tried, "idle": account.idle, "implied": account.implied}),
    )
}

/// The account that a worker has written.
pub fn read(report: &Value) -> Option<Account> {
    let count = |value: &Value| value.as_u64().and_then(|value| usize::try_from(value).ok());
    let pointers = |key: &str| -> Option<Vec<String>> {
        let pointers = report[key].as_array()?.iter().filter_map(Value::as_str);
        Some(pointers.map(str::to_owned).collect())
    };
    Some(Account {
        nodes: count(&report["nodes"])?,
        tried: count(&report["tried"])?,
        idle: pointers("idle")?,
        implied: pointers("implied")?,
    })
}

/// Prints the nodes without effect and how many of those that were tried they are.
pub fn print<'a>(accounts: impl Iterator<Item = (&'a str, &'a Account)>) {
    let (mut tried, mut idle, mut implied) = (0, 0, 0);
    for (name, account) in accounts {
        tried += account.tried;
        idle += account.idle.len();
        implied += account.implied.len();
        for pointer in &account.idle {
            println!("without effect {name} {pointer}");
        }
        for pointer in &account.implied {
            println!("implied by another part {name} {pointer}");
        }
    }
    let share = |count: usize| 100.0 * count as f64 / tried.max(1) as f64;
    println!("nodes without effect {idle}/{tried} ({:.2} %)", share(idle));
    println!(
        "nodes that another part implies {implied}/{tried} ({:.2} %)",
        share(implied)
    );
}
