using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>One action of an update.</summary>
/// <param name="Section">SET, REMOVE, ADD or DELETE.</param>
/// <param name="Path">What it changes.</param>
/// <param name="Value">The value that it sets, adds or deletes; null: it removes.</param>
internal sealed record UpdateAction(string Section, DocumentPath Path, IOperand? Value)
{
    /// <summary>What is at the place afterwards, by the item as it was; null: nothing.</summary>
    public JsonObject? Result(JsonObject item) => Section switch
    {
        "SET" => Value!.Of(item) ?? throw TableErrors.NoAttribute,
        "ADD" => UpdateArithmetic.Add(Path.Find(item), Value!.Of(item)!),
        "DELETE" => UpdateArithmetic.Delete(Path.Find(item), Value!.Of(item)!),
        _ => null,
    };
}
