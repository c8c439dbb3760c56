using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>A condition on an item.</summary>
internal interface ICondition
{
    /// <summary>Whether it holds; of an item that is not there, without attributes.</summary>
    bool Holds(JsonObject item);

    /// <summary>The places that it asks about.</summary>
    IEnumerable<DocumentPath> Paths { get; }
}
