using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Model.Maps;

/// <summary>ToleratedFailurePercentage; one of the members is set.</summary>
/// <param name="Value">The number itself, from 0 to 100.</param>
/// <param name="Path">The path of the field's <c>…Path</c> form.</param>
/// <param name="Expression">The JSONata expression.</param>
public sealed record PercentageField(double? Value, JsonPath? Path, JsonataField? Expression);
