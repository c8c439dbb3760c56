namespace JobMgmt.Aws.Tests.LocalRuntime;

/// <summary>The tests against the local runtime share one.</summary>
[CollectionDefinition(Name)]
public sealed class RuntimeSuite : ICollectionFixture<RuntimeServer>
{
    public const string Name = "local runtime";
}
