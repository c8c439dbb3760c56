using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>
/// Reads one response of <c>MockedResponses</c>. Its keys are the numbers of calls, <c>"0"</c>, or ranges of them, <c>"1-2"</c>: together they count from 0, without
/// overlap or gap. A response without any answers nothing, and fails the state that calls it.
/// </summary>
internal static class MockedResponseReader
{
    public static MockedResponse Read(string name, JsonValue value, string pointer, List<MockFault> faults)
    {
        var answers = new List<(MockedAnswer Answer, string Pointer)>();
        if (value is not JsonObject members)
        {
            faults.Add(new MockFault(pointer, """A mocked response is an object: {"0": {"Return": …}}."""));
            return new MockedResponse(name, JsonObject.Empty, []);
        }

        foreach (var (calls, answer) in members)
        {
            var place = MockFault.Member(pointer, calls);
            if (Range(calls) is not var (first, last))
            {
                faults.Add(new MockFault(place, $"""'{calls}' is no number of a call and no range of them: write "0", or "1-2"."""));
            }
            else if (Answer(first, last, answer, place, faults) is { } read)
            {
                answers.Add((read, place));
            }
        }

        answers.Sort((one, other) => one.Answer.First.CompareTo(other.Answer.First));
        CheckOrder(answers, members.Count, pointer, faults);
        return new MockedResponse(name, members, [.. answers.Select(item => item.Answer)]);
    }

    private static (int First, int Last)? Range(string calls)
    {
        var (from, to) = calls.Split('-') switch
        {
            [var only] => (only, only),
            [var low, var high] => (low, high),
            _ => ("", ""),
        };
        return int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last ? (first, last) : null;
    }

    private static MockedAnswer? Answer(int first, int last, JsonValue value, string pointer, List<MockFault> faults)
    {
        var (result, error) = ((value as JsonObject)?["Return"], (value as JsonObject)?["Throw"]);
        if (result is null == error is null)
        {
            faults.Add(new MockFault(pointer, result is null
                ? """It has neither Return nor Throw: give it one, {"Return": RESULT} or {"Throw": {"Error": "…", "Cause": "…"}}."""
                : "It has both Return and Throw: leave one of them out."));
            return null;
        }

        return result is not null ? new MockedAnswer(first, last, result, null, null) : Thrown(first, last, error!, MockFault.Member(pointer, "Throw"), faults);
    }

    private static MockedAnswer? Thrown(int first, int last, JsonValue value, string pointer, List<MockFault> faults)
    {
        if ((value as JsonObject)?["Error"] is not JsonString { Value.Length: > 0 } error)
        {
            faults.Add(new MockFault(pointer, """Throw needs an error name: {"Error": "Lambda.ServiceException", "Cause": "…"}."""));
            return null;
        }

        if (((JsonObject)value)["Cause"] is not (null or JsonString))
        {
            faults.Add(new MockFault(MockFault.Member(pointer, "Cause"), "A cause is a text: write an object as its JSON text."));
            return null;
        }

        return new MockedAnswer(first, last, null, error.Value, (((JsonObject)value)["Cause"] as JsonString)?.Value);
    }

    private static void CheckOrder(List<(MockedAnswer Answer, string Pointer)> answers, int written, string pointer, List<MockFault> faults)
    {
        var next = 0;
        foreach (var (answer, place) in answers)
        {
            if (answer.First < next)
            {
                faults.Add(new MockFault(place, string.Create(CultureInfo.InvariantCulture, $"Call {answer.First} is answered twice: let the next answer begin with \"{next}\".")));
            }
            else if (answer.First > next && answers.Count == written) // else an answer that can't be read may belong there
            {
                faults.Add(new MockFault(pointer, string.Create(
                    CultureInfo.InvariantCulture, $"Call {next} has no answer, but call {answer.First} has: the calls count from 0 without a gap. Add \"{next}\", or count anew.")));
            }

            next = Math.Max(next, answer.Last + 1);
        }
    }
}
