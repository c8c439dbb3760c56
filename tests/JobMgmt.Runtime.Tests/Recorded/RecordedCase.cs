using System.Globalization;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Recorded;

/// <summary>One recorded case, done again over the wire.</summary>
internal sealed class RecordedCase(string name, JsonObject content, TestRuntime runtime, FakeTimeProvider clock)
{
    private readonly RecordedComparison _comparison = new();
    private readonly RecordedVariables _variables = new(content["values"] as JsonObject ?? JsonObject.Empty);
    private readonly StatesDriver _states = new(runtime, clock);

    /// <summary>Null where all is as it was recorded; else the first difference.</summary>
    public async Task<string?> DifferenceAsync()
    {
        try
        {
            return content["steps"] is JsonArray steps ? await StepsAsync(steps) : await ExecutionsAsync();
        }
        catch (Exception error)
        {
            return $"{name}: {error.Message}";
        }
    }

    private async Task<string?> ExecutionsAsync()
    {
        var machines = new List<string>();
        foreach (var machine in ((JsonArray)content["stateMachines"]!).Cast<JsonObject>())
        {
            machines.Add(await _states.CreateAsync($"m-{Guid.NewGuid():N}", machine["definition"]!.ToString()));
        }

        foreach (var execution in ((JsonArray)content["executions"]!).Cast<JsonObject>())
        {
            var machine = machines[int.Parse(execution["machine"]!.ToString(), CultureInfo.InvariantCulture)];
            var arn = await _states.StartAsync(machine, StatesDriver.Text(execution, "input"));
            var described = await _states.EndAsync(arn);
            var difference = execution["history"] is JsonArray history
                    && RecordedHistory.Difference(_comparison, history, new JsonArray(await _states.HistoryAsync(arn))) is { } events ? events
                : execution["description"] is { } description && _comparison.Difference(description, described) is { } found ? found
                : execution["output"] is { } output ? _comparison.Difference(output is JsonString ? output : output.ToString(), described["output"], "/output")
                : null;
            if (difference is not null)
            {
                return $"input {execution["input"]}: {difference}";
            }
        }

        return null;
    }

    private async Task<string?> StepsAsync(JsonArray steps)
    {
        foreach (var step in steps.Cast<JsonObject>())
        {
            var difference = step.Contains("call") ? await CallAsync(step)
                : step.Contains("wait") ? await WaitAsync(step)
                : step.Contains("logEvents") ? await LogEventsAsync(step)
                : step.Contains("compare") ? Compare(step)
                : throw new NotSupportedException($"The step {step}");
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private async Task<string?> CallAsync(JsonObject step)
    {
        var parts = StatesDriver.Text(step, "call").Split(':');
        var request = (JsonObject)_variables.Fill(step["params"]!);
        try
        {
            var answer = await runtime.Client.CallAsync(parts[0], parts[1], request);
            _variables.Set(StatesDriver.Text(step, "id"), answer.With("ResponseMetadata", JsonObject.Of(("HTTPStatusCode", 200))));
            return step.Contains("fails") ? $"{parts[1]}({request}): a refusal expected, {answer} found" : null;
        }
        catch (AwsErrorException error) when (step["fails"] is JsonString refusal)
        {
            _variables.Set(refusal.Value, Error(parts[1], error));
            return null;
        }
    }

    private static JsonObject Error(string operation, AwsErrorException error)
    {
        var details = JsonObject.Of(("Code", error.Code), ("Message", error.ServiceMessage ?? ""));
        var members = error.Body.Without("__type");
        return JsonObject.Of(
            ("response", members.With("Error", details).With("ResponseMetadata", JsonObject.Of(("HTTPStatusCode", error.Status)))),
            ("text", $"An error occurred ({error.Code}) when calling the {operation} operation: {error.ServiceMessage}"),
            ("type", error.Code));
    }

    private async Task<string?> WaitAsync(JsonObject step)
    {
        await _states.SettleAsync();
        switch (StatesDriver.Text(step, "wait"))
        {
            case "ended":
                await _states.EndAsync(((JsonString)_variables.Fill(step["executionArn"]!)).Value);
                break;
            case "sleep":
                clock.Advance(TimeSpan.FromSeconds(((JsonNumber)step["seconds"]!).ToDouble()));
                await _states.SettleAsync();
                break;
            default:
                break; // what AWS needs for its eventual consistency
        }

        return null;
    }

    /// <summary>The messages of a log group, by their id.</summary>
    private async Task<string?> LogEventsAsync(JsonObject step)
    {
        await _states.SettleAsync();
        var found = await runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", _variables.Fill(step["logEvents"]!)));
        var messages = ((JsonArray)found["events"]!).Cast<JsonObject>().Select(item => (JsonObject)JsonValue.Parse(StatesDriver.Text(item, "message")))
            .OrderBy(message => int.Parse(StatesDriver.Text(message, "id"), CultureInfo.InvariantCulture));
        _variables.Set(StatesDriver.Text(step, "id"), new JsonArray(messages));
        return null;
    }

    private string? Compare(JsonObject step)
    {
        var (actual, expected) = (_variables.Fill(step["value"]!), step["expected"]!);
        var at = $"/{StatesDriver.Text(step, "compare")}";
        return (actual as JsonObject)?["events"] is JsonArray ours && (expected as JsonObject)?["events"] is JsonArray recorded
            ? RecordedHistory.Difference(_comparison, recorded, ours)
            : _comparison.Difference(expected, actual, at);
    }
}
