using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation.Rules;
using JobMgmt.StatesLanguage.Validation.Rules.Maps;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>Runs the rules over a definition. The graph is looked at only once the schema holds: a state without its Next would be reported twice.</summary>
internal static class DefinitionValidator
{
    private static readonly IValidationRule[] _schema =
    [
        new RequiredFieldsRule(),
        new SupportedFieldsRule(),
        new FieldKindRule(),
        new StateNameRule(),
        new QueryLanguageRule(),
        new NextOrEndRule(),
        new ResourceRule(),
        new TaskParametersRule(),
        new CredentialsRule(),
        new PathSyntaxRule(),
        new TemplateSyntaxRule(),
        new JsonataSyntaxRule(),
        new VariableRule(),
        new ChoiceRuleSyntaxRule(),
        new WaitRule(),
        new FailRule(),
        new TimeoutRule(),
        new RetryCatchRule(),
        new MapRule(),
        new ProcessorConfigRule(),
        new ItemReaderRule(),
        new ItemBatcherRule(),
        new ResultWriterRule(),
    ];

    private static readonly IValidationRule[] _graph = [new TransitionTargetRule(), new EndStateRule(), new ReachabilityRule()];

    public static void Validate(JsonObject definition, bool isExpress, DiagnosticList diagnostics)
    {
        var root = new ScopeNode(definition, string.Empty, true, definition);
        var scopes = root.All().ToArray();
        Run(_schema, scopes, diagnostics);
        Run([new ExpressRule()], [.. scopes.Where(scope => isExpress || scope.IsExpress)], diagnostics);
        new DuplicateStateNameRule().Check(root, diagnostics);
        new LabelRule().Check(root, diagnostics);
        if (!diagnostics.HasErrors)
        {
            Run(_graph, scopes, diagnostics);
        }
    }

    private static void Run(IValidationRule[] rules, ScopeNode[] scopes, DiagnosticList diagnostics)
    {
        foreach (var rule in rules)
        {
            foreach (var scope in scopes)
            {
                rule.Check(scope, diagnostics);
            }
        }
    }
}
