using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>A JSONPath.</summary>
internal sealed class PathArgument : IntrinsicArgument
{
    private readonly JsonPath _path;

    public PathArgument(JsonPath path) => _path = path;

    public override IEnumerable<JsonPath> Paths => new[] { _path };

    public override JsonValue Evaluate(EvaluationContext context) => context.TryEvaluate(_path, out var value)
        ? value
        : throw new IntrinsicException(
            $"The JsonPath argument for the field '{_path.Text}' could not be found in the input '{context.DataOf(_path)}'", "States.Runtime");
}
