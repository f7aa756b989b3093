//! A budget of retries that is given to clients: `path_parameters`.

use specwright_compiled::operations::path_parameters;
use specwright_runtime::transport::mock::MockResponse;
use specwright_runtime::{CallOptions, RetryBudget, RetryPolicy};

use crate::common::mock;

const ITEM: &str = path_parameters::operations::item::Call::OPERATION;

#[tokio::test]
async fn a_budget_of_retries_is_shared_by_all_calls_and_refilled_by_responses() {
    let mock = mock();
    let budget = RetryBudget::new(3).refilled_by(2);
    let builder = || {
        let builder = path_parameters::client::Client::builder();
        builder.base_url("http://mock.test").transport(mock.clone())
    };
    let client = || {
        builder()
            .retry(RetryPolicy::new().budget(budget.clone()))
            .build()
            .expect("a client")
    };
    let (one, other) = (client(), client());
    mock.always(ITEM, MockResponse::status(503));
    let mut attempts = Vec::new();
    for client in [&one, &one.clone(), &other] {
        attempts.push(client.item(7).await.expect_err("503").attempts());
    }
    assert_eq!((attempts, budget.left()), (vec![3, 2, 1], 0));
    let unlimited = CallOptions::new().retry(RetryPolicy::new().budget(RetryBudget::unlimited()));
    assert_eq!(one.item(7).with(unlimited).await.expect_err("503").attempts(), 3);

    mock.always(ITEM, MockResponse::status(204));
    one.item(7).await.expect("204");
    other.item(7).await.expect("204");
    assert_eq!(budget.left(), 1);
    // Without one, a client has its own.
    mock.always(ITEM, MockResponse::status(503));
    let client = builder().build().expect("a client");
    let mut calls = 0;
    while client.item(7).await.expect_err("503").attempts() == 3 {
        calls += 1;
    }
    assert_eq!((calls, budget.left()), (50, 1));
}
