using Xunit.Abstractions;
using Xunit.Sdk;

namespace JobMgmt.Pester.Tests;

/// <summary>Runs Pester once, at the first discovery, and makes a case of every test in its result.</summary>
public sealed class PesterDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
        => PesterRun.Results.Select(result => new PesterTestCase(diagnosticMessageSink, testMethod, result));
}
