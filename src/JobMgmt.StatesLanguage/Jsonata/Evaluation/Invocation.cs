using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>Calls functions.</summary>
internal static class Invocation
{
    /// <summary>Calls a function; tail calls are unrolled here, so that tail recursion needs no stack.</summary>
    /// <exception cref="JsonataException"><c>T1006</c> where it is none, or what the function throws.</exception>
    public static JsonValue? Apply(JsonValue? procedure, JsonValue?[] arguments, JsonValue? input, Frame frame, CallSite site = default)
    {
        var result = Once(procedure, arguments, input, frame, site);
        while (result is TailCall tail)
        {
            var next = tail.Procedure();
            result = Once(next, tail.Arguments(), input, frame, tail.Site);
        }

        return result;
    }

    private static JsonValue? Once(JsonValue? procedure, JsonValue?[] arguments, JsonValue? input, Frame frame, CallSite site)
    {
        try
        {
            if (procedure is not JsonataFunction function)
            {
                throw new JsonataException("T1006");
            }

            return function.Call(function.Signature is { } signature ? signature.Validate(arguments, input) : arguments, input, frame);
        }
        catch (JsonataException error) when (Truth.IsJavaScriptTruthy(procedure))
        {
            // a built-in function that another function calls is at least known by its own name
            (site.Name is null && procedure is BuiltinFunction builtin ? site with { Name = builtin.Name } : site).Mark(error);
            throw;
        }
    }
}
