using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>A field that holds a whole number, or tells where it comes from; one of the last three members is set.</summary>
/// <param name="Name">The field: <c>TimeoutSeconds</c>.</param>
/// <param name="Value">The number itself.</param>
/// <param name="Path">The path of the field's <c>…Path</c> form.</param>
/// <param name="Expression">The JSONata expression.</param>
public sealed record IntegerField(string Name, long? Value, JsonPath? Path, JsonataField? Expression);
