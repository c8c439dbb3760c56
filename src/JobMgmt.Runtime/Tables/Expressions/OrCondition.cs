using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>OR</c>.</summary>
internal sealed record OrCondition(ICondition Left, ICondition Right) : ICondition
{
    public IEnumerable<DocumentPath> Paths => Left.Paths.Concat(Right.Paths);

    public bool Holds(JsonObject item) => Left.Holds(item) || Right.Holds(item);
}
