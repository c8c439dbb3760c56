using Xunit;
using Xunit.Sdk;

namespace JobMgmt.Pester.Tests;

/// <summary>Stands for every Pester test.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("JobMgmt.Pester.Tests.PesterDiscoverer", "JobMgmt.Pester.Tests")]
public sealed class PesterFactAttribute : FactAttribute
{
}
