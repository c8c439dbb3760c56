using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>NOT</c>.</summary>
internal sealed record NotCondition(ICondition Inner) : ICondition
{
    public IEnumerable<DocumentPath> Paths => Inner.Paths;

    public bool Holds(JsonObject item) => !Inner.Holds(item);
}
