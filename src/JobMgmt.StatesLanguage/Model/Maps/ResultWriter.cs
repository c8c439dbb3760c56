using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model.Maps;

/// <summary>What becomes of a distributed Map's results (<c>ResultWriter</c>).</summary>
/// <param name="Resource"><c>arn:aws:states:::s3:putObject</c>; null where the results stay the state's own.</param>
/// <param name="Parameters">Bucket and Prefix; in JSONata the field is called Arguments.</param>
/// <param name="Transformation">NONE, COMPACT or FLATTEN; null where the field is absent.</param>
/// <param name="OutputType">JSON or JSONL; null where the field is absent.</param>
public sealed record ResultWriter(string? Resource, PayloadTemplate? Parameters, string? Transformation, string? OutputType);
