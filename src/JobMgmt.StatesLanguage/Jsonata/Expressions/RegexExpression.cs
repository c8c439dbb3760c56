using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;
using JobMgmt.StatesLanguage.Jsonata.Regexes;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>/pattern/</c>: a function that matches a text.</summary>
internal sealed class RegexExpression : Expression
{
    private readonly JsonataRegex _regex;

    public RegexExpression(JsonataRegex regex, int position)
        : base(position) => _regex = regex;

    public override string TypeName => "regex";

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => new RegexFunction(_regex, Position);
}
