using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>One of a Choice state's rules and what follows from it.</summary>
/// <param name="Rule">The condition.</param>
/// <param name="Next">Where to go when it holds.</param>
/// <param name="Assign">Variables set then.</param>
/// <param name="Output">The output then, in JSONata; null where absent: the input.</param>
public sealed record ChoiceOption(ChoiceRule Rule, string Next, PayloadTemplate? Assign, PayloadTemplate? Output);
