using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>A response of <c>MockedResponses</c>: what is answered to a state's first call, its second, and so on.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Members">As in the file: <c>{"0": {"Return": …}, "1-2": {"Throw": …}}</c>.</param>
/// <param name="Answers">The answers in the order of the calls, without a gap.</param>
internal sealed record MockedResponse(string Name, JsonObject Members, IReadOnlyList<MockedAnswer> Answers)
{
    /// <summary>The answer to a call; null where it has none.</summary>
    public MockedAnswer? To(long call) => Answers.FirstOrDefault(answer => answer.First <= call && call <= answer.Last);

    /// <summary>The calls that it answers, in words.</summary>
    public string Range => Answers.Count == 0 ? "it answers none"
        : Answers[^1].Last == 0 ? "it answers call 0 only"
        : string.Create(CultureInfo.InvariantCulture, $"it answers calls 0 to {Answers[^1].Last}");
}
