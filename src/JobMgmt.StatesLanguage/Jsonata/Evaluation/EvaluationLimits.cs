using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>How a budget that is used up is told.</summary>
internal abstract class EvaluationLimits
{
    /// <summary>With the reference implementation's codes.</summary>
    public static EvaluationLimits Standard { get; } = new StandardLimits();

    /// <summary>As Step Functions tells it: texts without a code.</summary>
    public static EvaluationLimits StepFunctions { get; } = new StepFunctionsLimits();

    public abstract JsonataException TooDeep(int depth);

    public abstract JsonataException TooLong(long steps);

    public abstract JsonataException TooManyItems(double count);

    private sealed class StandardLimits : EvaluationLimits
    {
        public override JsonataException TooDeep(int depth) => new("D1011", value: depth);

        public override JsonataException TooLong(long steps) => new("D1012", value: steps);

        public override JsonataException TooManyItems(double count) => new("D2015", value: JsonNumber.FromJavaScript(count));
    }

    // The texts are those of JSONata's time box, which Step Functions runs expressions in.
    private sealed class StepFunctionsLimits : EvaluationLimits
    {
        public override JsonataException TooDeep(int depth) =>
            Bare("Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.");

        public override JsonataException TooLong(long steps) => Bare("Expression evaluation timeout: Check for infinite loop");

        public override JsonataException TooManyItems(double count) =>
            Bare("Expression evaluation memory limit exceeded: Check for excessive memory usage");

        private static JsonataException Bare(string message) => new JsonataException(string.Empty).With("message", message);
    }
}
