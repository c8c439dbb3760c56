namespace JobMgmt.Runtime.Store;

/// <summary>The test cases that executions follow. Executions may share one, as a parent and the child executions of its Map do: its calls are counted over all of them.</summary>
internal static class TestCaseStore
{
    /// <summary>Adds a test case.</summary>
    /// <param name="connection">The transaction.</param>
    /// <param name="name">Its name.</param>
    /// <param name="states">For each mocked state the mocked response's name, and its answers as JSON text.</param>
    /// <returns>Its key.</returns>
    public static long Add(StoreConnection connection, string name, IEnumerable<(string StateName, string Response, string Answers)> states)
    {
        var id = connection.QueryNumber("INSERT INTO test_cases (name) VALUES ($1) RETURNING id", name)!.Value;
        foreach (var state in states)
        {
            connection.Execute(
                "INSERT INTO test_case_states (test_case, state_name, response, answers) VALUES ($1, $2, $3, $4)", id, state.StateName, state.Response, state.Answers);
        }

        return id;
    }

    public static string? Name(StoreConnection connection, long id) =>
        connection.QueryFirst("SELECT name FROM test_cases WHERE id = $1", row => row.GetString(0), id);

    /// <summary>Counts a call of a state; which one it is, from 0. Null where the test case does not mock the state.</summary>
    public static long? NextCall(StoreConnection connection, long id, string stateName) =>
        connection.QueryNumber("UPDATE test_case_states SET calls = calls + 1 WHERE test_case = $1 AND state_name = $2 RETURNING calls - 1", id, stateName);

    /// <summary>The test case's name, and the name and answers of the response that mocks a state.</summary>
    public static (string TestCase, string Response, string Answers)? Find(StoreConnection connection, long id, string stateName) =>
        connection.Query(
            "SELECT name, response, answers FROM test_case_states JOIN test_cases ON id = test_case WHERE test_case = $1 AND state_name = $2",
            row => (row.GetString(0), row.GetString(1), row.GetString(2)), id, stateName) is [var found] ? found : null;

    /// <summary>Takes a test case away if no execution follows it any more.</summary>
    public static void Release(StoreConnection connection, long id)
    {
        if (connection.QueryNumber("SELECT 1 FROM executions WHERE test_case = $1 LIMIT 1", id) is null)
        {
            connection.Execute("DELETE FROM test_case_states WHERE test_case = $1", id);
            connection.Execute("DELETE FROM test_cases WHERE id = $1", id);
        }
    }
}
