using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>An argument of a call.</summary>
internal abstract class IntrinsicArgument
{
    public virtual IEnumerable<JsonPath> Paths => Array.Empty<JsonPath>();

    public abstract JsonValue Evaluate(EvaluationContext context);
}
