namespace JobMgmt.Aws.Tests.Moto;

/// <summary>The live tests share one server.</summary>
[CollectionDefinition(Name)]
public sealed class MotoSuite : ICollectionFixture<MotoServer>
{
    public const string Name = "moto";
}
