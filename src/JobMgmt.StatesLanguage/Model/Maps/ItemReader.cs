using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model.Maps;

/// <summary>Where a distributed Map reads its items from (<c>ItemReader</c>).</summary>
/// <param name="Resource"><c>arn:aws:states:::s3:getObject</c>, or <c>…:s3:listObjectsV2</c>: then the listed objects themselves are the items.</param>
/// <param name="Parameters">Bucket, Key, Prefix…; in JSONata the field is called Arguments.</param>
/// <param name="Config">How to read it.</param>
public sealed record ItemReader(string Resource, PayloadTemplate? Parameters, ReaderConfig Config)
{
    /// <summary>Whether a bucket's objects are listed.</summary>
    public bool IsListing => Resource.EndsWith(":s3:listObjectsV2", StringComparison.Ordinal);
}
