using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace JobMgmt.Pester.Tests;

/// <summary>A case that has run already: it reports what Pester found.</summary>
public sealed class PesterTestCase : XunitTestCase
{
    private PesterResult _result = new("", "", "NotRun", null, 0, 0, null);

    /// <summary>For deserialisation only.</summary>
    [Obsolete("Called by the deserializer.")]
    public PesterTestCase()
    {
    }

    /// <summary>A case for one result.</summary>
    public PesterTestCase(IMessageSink diagnosticMessageSink, ITestMethod testMethod, PesterResult result)
        : base(diagnosticMessageSink, TestMethodDisplay.Method, TestMethodDisplayOptions.None, testMethod, [result.File, result.Name])
        => _result = result;

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        var test = new XunitTest(this, DisplayName);
        var seconds = (decimal)_result.Seconds;
        messageBus.QueueMessage(new TestStarting(test));
        bool skipped = _result.Result is "Skipped" or "NotRun" or "Inconclusive";
        bool passed = _result.Result == "Passed";
        messageBus.QueueMessage(
            passed ? new TestPassed(test, seconds, "")
            : skipped ? new TestSkipped(test, _result.Skipped ?? _result.Result)
            : new TestFailed(test, seconds, "", [nameof(PesterResult)], [_result.Error ?? _result.Result], [$"at {_result.File}: line {_result.Line}"], [-1]));
        messageBus.QueueMessage(new TestFinished(test, seconds, ""));
        return Task.FromResult(new RunSummary { Total = 1, Failed = passed || skipped ? 0 : 1, Skipped = skipped ? 1 : 0, Time = seconds });
    }

    /// <inheritdoc/>
    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue("json", System.Text.Json.JsonSerializer.Serialize(_result));
    }

    /// <inheritdoc/>
    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        _result = System.Text.Json.JsonSerializer.Deserialize<PesterResult>(data.GetValue<string>("json"))!;
    }

    // Asked for while the base constructor runs: the arguments are there by then, _result is not.
    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName)
        => $"{((string)TestMethodArguments[0]).Replace(".Tests.ps1", "", StringComparison.Ordinal)}: {TestMethodArguments[1]}";

    /// <inheritdoc/>
    protected override string GetUniqueID() => string.Join('/', TestMethodArguments);
}
