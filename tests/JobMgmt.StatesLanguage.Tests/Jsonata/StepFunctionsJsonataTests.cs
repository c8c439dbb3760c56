using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

/// <summary>What Step Functions changes of the language. The texts and limits were measured on AWS.</summary>
public sealed class StepFunctionsJsonataTests
{
    private static readonly JsonataBindings _variables = JsonataBindings.None
        .With("states", JsonValue.Parse("""{"input": {"n": 5, "list": [1, 2, 3], "text": "abc", "big": 9223372036854775807, "one": 1.0}, "context": {"Execution": {"Name": "x"}}}"""))
        .With("answer", 42);

    [Theory]
    [InlineData("{% $states.input.n + 1 %}", "6", "the input is a variable")]
    [InlineData("{% $answer %}", "42", "so is what Assign has set")]
    [InlineData("{%$states.context.Execution.Name%}", "\"x\"", "white space around the expression does not count")]
    [InlineData("{% $states.input.big %}", "9223372036854775807", "an integer that fits 64 bits stays exact")]
    [InlineData("{% $states.input.one %}", "1", "a trailing zero goes")]
    [InlineData("{% 1/0 %}", "\"Infinity\"", "what JSON cannot hold is written as a string")]
    [InlineData("{% [-1/0] %}", "[\"-Infinity\"]", "within an array too")]
    [InlineData("{% $parseInteger('abc', '0') %}", "\"NaN\"", "not a number")]
    [InlineData("{% null %}", "null", "null is a result")]
    [InlineData("{% $partition([1,2,3,4], 3) %}", "[[1,2,3],[4]]", "chunks")]
    [InlineData("{% $partition([1,2]) %}", "[[1,2]]", "no size: one chunk")]
    [InlineData("{% $range(0, 6, 2) %}", "[0,2,4,6]", "the end is included when the step lands on it")]
    [InlineData("{% $range(-1.7, 2, 1) %}", "[-1,0,1,2]", "fractions are cut off towards zero")]
    [InlineData("{% $range(5, 1, -2) %}", "[5,3,1]", "downwards")]
    [InlineData("{% $range(3, 3, 1) %}", "3", "a single number stands for itself")]
    [InlineData("{% $hash('input', 'SHA-1') %}", "\"140f86aae51ab9e1cda9b4254fe98a74eb54c1a1\"", "hexadecimal")]
    [InlineData("{% $hash('input', 'MD5') %}", "\"a43c1b0aa53a0c908810c06ab1ff3967\"", "MD5")]
    [InlineData("{% $random(42) %}", "0.7275636800328681", "java.util.Random's first double of the seed")]
    [InlineData("{% $parse('{\"a\": [1.0, -0]}') %}", "{\"a\":[1,0]}", "JSON from a string")]
    [InlineData("{% $exists($parse('null')) %}", "true", "a null that was parsed is there")]
    [InlineData("{% $length($uuid()) %}", "36", "a UUID")]
    [InlineData("{% $now() %}", "\"2026-11-25T01:02:03.456Z\"", "the instant of the step")]
    public void Evaluate_GivesTheValue(string expression, string expected, string why) => Assert.True(expected == Run(expression), why + ": " + Run(expression));

    [Theory]
    [InlineData("{% $states.input.missing %}", "returned nothing (undefined).", "undefined is an error")]
    [InlineData("{% $partition([], 2) %}", "returned nothing (undefined).", "no items")]
    [InlineData("{% $partition([1], 0.5) %}", "returned nothing (undefined).", "a size that rounds to zero")]
    [InlineData("{% $range(1, 5) %}", "returned nothing (undefined).", "no step")]
    [InlineData("{% $range(1, 5, -1) %}", "returned nothing (undefined).", "a step the wrong way")]
    [InlineData("{% $hash('a') %}", "returned nothing (undefined).", "no algorithm")]
    [InlineData("{% $fn := function($x){$x} %}", "returned an unsupported result type.", "a function")]
    [InlineData("{% $states.input.text + 1 %}", "threw an error during evaluation. T2001: The left side of the \"+\" operator must evaluate to a number", "an error of the language")]
    [InlineData("{% $sum('a') %}", "threw an error during evaluation. T0412: Argument 1 of function \"sum\" must be an array of \"numbers\"", "of a function")]
    [InlineData("{% $eval('1+1') %}", "threw an error during evaluation. T1006: Attempted to invoke a non-function", "there is no $eval")]
    [InlineData("{% $partition([1], -2) %}", "threw an error during evaluation. D3137: Second argument must be zero or greater", "a negative size")]
    [InlineData("{% $hash('a', 'CRC') %}", "threw an error during evaluation. D3137: Hash algorithm 'CRC' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5", "an unknown algorithm")]
    [InlineData("{% $hash(1, 'MD5') %}", "threw an error during evaluation. T0410: Argument 1 of function \"hash\" does not match function signature", "a number to hash")]
    [InlineData("{% $range('a', 1, 1) %}", "threw an error during evaluation. T0410: Argument 1 of function \"range\" does not match function signature", "a string to count from")]
    [InlineData("{% $uuid(1) %}", "threw an error during evaluation. T0410: Argument 1 of function \"uuid\" does not match function signature", "an argument too many")]
    [InlineData("{% $parse('{') %}", "threw an error during evaluation. D3137: Invalid JSON", "no JSON")]
    [InlineData("{% $parse('') %}", "threw an error during evaluation. D3137: Invalid JSON", "nothing")]
    [InlineData("{% $parse('{\"a\":1,\"a\":2}') %}", "threw an error during evaluation. D3137: Invalid JSON", "a name twice")]
    [InlineData("{% $error('no') %}", "threw an error during evaluation. D3137: no", "an error of the user's")]
    [InlineData("{% [1..873783] %}", "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage", "too many items")]
    [InlineData("{% $range(1, 400000, 1) %}", "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage", "too long a range")]
    [InlineData("{% ($f := function(){$f()}; $f()) %}", "threw an error during evaluation: Expression evaluation timeout: Check for infinite loop", "a loop without end")]
    public void Evaluate_TellsTheCause_WhenItFails(string expression, string expected, string why)
    {
        var parsed = StepFunctionsJsonata.Parse(expression);

        var error = Assert.Throws<QueryEvaluationException>(() => Run(expression));

        Assert.True($"The JSONata expression '{parsed.Text}' specified for the field 'Output/r' {expected}" == error.Message, why + ": " + error.Message);
        Assert.Equal("Output/r", error.Field);
    }

    [Fact]
    public void Evaluate_GoesAHundredDeep_AndNoFurther()
    {
        var deep = "{% " + string.Join("+", Enumerable.Repeat("1", 100)) + " %}";
        var deeper = "{% " + string.Join("+", Enumerable.Repeat("1", 101)) + " %}";

        Assert.Equal("100", Run(deep));
        Assert.Contains(
            "evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.",
            Assert.Throws<QueryEvaluationException>(() => Run(deeper)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Evaluate_CountsThreeLevelsAndFiveForARecursion(int times, bool passes)
    {
        var expression = $"{{% ($f := function($n){{$n = 0 ? 0 : 1 + $f($n - 1)}}; $f({times})) %}}";

        Assert.Equal(passes, Record.Exception(() => Run(expression)) is null);
    }

    [Fact]
    public void Evaluate_NamesBothKinds_WhenTheFieldAsksForAnother() => Assert.Equal(
        "The JSONata expression '$states.input.n' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 5",
        Assert.Throws<QueryEvaluationException>(() => StepFunctionsJsonata.Evaluate(
            StepFunctionsJsonata.Parse("{% $states.input.n %}"), "Items", JsonKind.Array, _variables, Environment())).Message);

    [Theory]
    [InlineData("{% a[1,2) %}", "Expected \"]\", got \",\"")]
    [InlineData("{% \"unterminated %}", "String literal must be terminated by a matching quote")]
    [InlineData("{% 1 + %}", "Unexpected end of expression")]
    [InlineData("{% {\"a\":} %}", "The symbol \"}\" cannot be used as a unary operator")]
    [InlineData("{% $match(\"a\", /abc %}", "No terminating / in regular expression")]
    [InlineData("{% $a ?? 1 %}", "The symbol \"?\" cannot be used as a unary operator")]
    [InlineData("{% $a ?: 1 %}", "The symbol \":\" cannot be used as a unary operator")]
    [InlineData("{%  %}", "Unexpected end of expression")]
    public void Parse_RefusesAsAwsDoes(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<JsonataException>(() => StepFunctionsJsonata.Parse(expression)).Message);

    [Theory]
    [InlineData("{% $states.input.a[b = $.c].d %}", "", "names within a path and its filters are fine")]
    [InlineData("{% $map($states.input, function($v){$v.a}) %}", "", "a parameter is a variable")]
    [InlineData("{% phone %}", "phone", "a field of an input that is not there")]
    [InlineData("{% $count(phone) + $$.x %}", "phone,$$", "each name once, in order")]
    [InlineData("{% $ & phone.number & phone %}", "$,phone", "the context value")]
    [InlineData("{% $map([1], function($v){phone}) %}", "phone", "a function's body has the context of its place")]
    [InlineData("{% $states.input{k: v} %}", "", "a grouping has the context of what it groups")]
    [InlineData("{% $states.input ~> |a|{'b': c}| %}", "", "so has a transform")]
    public void TopLevelReferences_AreFound(string expression, string names, string why) =>
        Assert.True(names == string.Join(",", StepFunctionsJsonata.TopLevelReferences(StepFunctionsJsonata.Parse(expression))), why);

    [Theory]
    [InlineData("{% 1 %}", true)]
    [InlineData("{%%}", true)]
    [InlineData(" {% 1 %}", false)]
    [InlineData("{% 1 %} ", false)]
    [InlineData("{%}", false)]
    [InlineData("$states", false)]
    public void IsExpression_AsksForBothEnds(string text, bool expected) => Assert.Equal(expected, StepFunctionsJsonata.IsExpression(text));

    private static string Run(string expression) =>
        StepFunctionsJsonata.Evaluate(StepFunctionsJsonata.Parse(expression), "Output/r", _variables, Environment()).ToString();

    private static JsonataEnvironment Environment() => StepFunctionsJsonata.Environment(JsonataCase.Now, new CountingRandom());
}
