using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>One entry of Catch.</summary>
/// <param name="ErrorEquals">The errors that it takes.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="ResultPath">Where the error output goes in the input; null where absent: it replaces the input.</param>
/// <param name="Assign">Variables set then, from the error output.</param>
/// <param name="Output">The output then, in JSONata; null where absent: the error output.</param>
public sealed record Catcher(
    IReadOnlyList<string> ErrorEquals, string Next, StatePath? ResultPath, PayloadTemplate? Assign, PayloadTemplate? Output);
