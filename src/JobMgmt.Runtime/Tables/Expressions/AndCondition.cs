using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>AND</c>.</summary>
internal sealed record AndCondition(ICondition Left, ICondition Right) : ICondition
{
    public IEnumerable<DocumentPath> Paths => Left.Paths.Concat(Right.Paths);

    public bool Holds(JsonObject item) => Left.Holds(item) && Right.Holds(item);
}
